"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""

REPORT = """
BIAS=-4.86 !=0.03 !_LENGTH=0.07 (=0.42 )=0.48 ,=0.73 ,_COUNCIL=0.63 ,_LENGTH=0.22 ,_a=0.52 ,_al=0.45 ,_amb=0.70
,_ja=-1.02 ,_per=0.22 ,_pero=-0.01 ,_presencial=0.66 ,_quin=-1.67 ,_si=0.07 ,_us=-0.07 -=0.13 -_ho=0.54 .=2.11 /=-1.28
0=0.80 0_h=-0.31 0_hores=-0.19 :=0.85 :_COUNCIL=0.26 :_LENGTH=0.57 ;=1.64 ?=-2.58 ANOTHER=0.40 COUNCIL=1.28
COUNCIL_,=0.72 COUNCIL_-=0.97 COUNCIL_.=1.11 COUNCIL_:=0.98 COUNCIL_;=0.05 COUNCIL_DAY=0.44 COUNCIL_LENGTH=1.11
COUNCIL_a=0.52 COUNCIL_d'=1.98 COUNCIL_de=0.12 COUNCIL_diu=-0.12 COUNCIL_em=-0.19 COUNCIL_en=1.49 COUNCIL_encara=-0.22
COUNCIL_no=-1.66 COUNCIL_per=0.15 DAY=2.00 DAY_,=0.75 DAY_/=0.48 DAY_ANOTHER=0.17 DAY_COUNCIL=1.73 DAY_HOUR=-2.61
DAY_LENGTH=0.60 DAY_amb=1.27 DAY_els=0.90 DAY_faig=-0.79 DAY_fare=-2.20 DAY_farem=-0.50 DAY_hem=0.19 DAY_no=-1.16
DAY_tenim=-1.47 DAY_una=1.11 DAY_vaig=-0.67 DAY_vam=0.24 LENGTH=3.43 LENGTH_!=-0.87 LENGTH_)=-0.70 LENGTH_,=0.49
LENGTH_/=0.19 LENGTH_COUNCIL=-0.45 LENGTH_DAY=-0.15 LENGTH_a=0.05 LENGTH_al=-0.26 LENGTH_d'=-1.77 LENGTH_de=-0.22
LENGTH_meet=0.26 LENGTH_per=-0.09 LENGTH_zoom=0.85 a_COUNCIL=-0.51 a_DAY=-0.24 a_cara=0.52 a_l'ajuntament=0.34
a_la=0.68 ahir=-0.11 ajornat=-0.64 al_seu=1.42 al_telefon=-0.54 al_zoom=-1.59 alla=0.02 amb=1.35 amb_COUNCIL=-1.55
amb_el=0.36 amb_els=0.35 amb_la=0.04 anullada=-2.32 ben=-0.48 bon=-0.24 bona=0.56 cara=0.44 cara_a=0.07 com_a=-0.61
comencem=-0.06 comencem_amb=-1.10 con=0.20 connectar=-0.06 corregeixo=0.10 corregeixo_:=0.17 curs_de=-3.11
d'_COUNCIL=0.52 d'_DAY=-1.33 d'_LENGTH=0.68 d'anar_a=-1.44 data=-0.13 data_amb=-0.86 de=-0.46 de_0=1.42
de_COUNCIL=-0.50 de_DAY=-1.21 de_LENGTH=-0.46 de_fer=-0.01 de_les=0.86 de_mentoria=1.60 deixar=-0.21 del=0.26 des=0.03
despatx=0.60 dia=-0.42 dic=-0.73 dies=0.49 dilluns=0.83 dimarts_i=-1.64 distancia=0.90 diu=-0.06 diu_que=-0.04
doncs=0.24 durada=0.94 el=-0.12 el_DAY=-0.14 ells=-0.20 els=-0.15 em=-1.04 em_proposa=-1.32 en=0.80 encara=-0.17
ens_hi=0.27 ens_trobarem=-0.06 era=1.03 eren=0.08 es_va=0.68 es_van=-0.51 esperant=-1.89 esta=-0.31 esta_de=-0.22
estar_LENGTH=-0.48 estic=-0.32 estona=0.29 exemple=-0.62 exemple_:=-1.56 factura=-1.02 faig=-1.91 familia=-3.69
fare_LENGTH=-1.31 farem=-2.99 feina=-0.49 fem=-1.35 fem_LENGTH=-0.07 fer=-0.59 fer_LENGTH=-1.33 fet=0.84 fet_la=0.19
feta=4.31 final=-1.14 fins_a=0.19 h=-0.59 h_COUNCIL=-2.44 ha=-0.17 he=-0.87 hem_estat=0.50 hem_fet=0.91 hi_hem=0.08
ho=-0.18 hola=0.51 hora=0.65 i=0.56 i_DAY=-0.37 i_hem=0.64 i_vam=1.08 ignora=-1.65 interna=-4.85 ja_us=-0.41
jitsi=0.85 jornada_de=-1.50 ko=-0.01 l'ajuntament=0.83 l'oficina_tecnica=-2.21 la=-0.22 la_d'=0.37 la_de=0.79
la_familia=-1.25 la_presentacio=-1.22 la_sessio=-0.11 la_setmana=-0.49 la_tarda=0.39 la_xarxa=-0.48 les=-0.54
les_LENGTH=-1.84 les_va=-0.08 linia=1.46 llarga=0.78 llegir=-1.37 lo_de=1.86 local=0.10 m'ha=-0.29 m'ho=-3.16
mati=1.12 meet=2.61 mentoria=0.09 mentors=-0.69 mercat=0.22 meva_companya=-1.39 mi=-1.67 mira=0.16 ningu=-1.57
no=-1.34 no_les=-0.86 nomes=-1.34 online=2.59 ordre_del=-0.79 pam=-0.54 pam_de=-1.53 passa=-3.24 passar=-0.10
passat=-0.35 pendent_COUNCIL=-2.89 per=-0.11 per_COUNCIL=-0.48 per_DAY=-2.73 per_a=-1.18 per_quedar=-3.21
per_teams=0.22 per_zoom=-1.29 pero=-0.85 perque=0.27 plantats=-0.49 plau=1.74 ple=-0.60 plecs=0.03 podeu_apuntar=0.86
pogut=-0.47 por=0.94 preparant=-1.08 presencial=2.96 presencial_,=-0.64 presencials=1.01 previstes=-0.17
propera_amb=-2.23 proposa=-0.04 prova=-0.33 quarts=0.30 que=-0.32 que_DAY=-0.09 que_LENGTH=-0.28 quedar=-0.20
quedat=-2.76 quedem=-0.87 quin=-0.30 quina=-0.19 recordeu=-0.30 regidora=0.08 remot=0.37 res=-1.08 reservat=-3.25
reunio=-0.27 reunio_de=-1.46 reunio_interna=-0.01 s'ha=-0.98 segona=0.42 ser=1.23 sera=-1.45 sessio=-0.42
sessio_de=0.15 setmana=-0.77 setmana_que=-0.71 si=-1.44 si_DAY=-1.38 si_no=0.05 si_us=0.62 skype=1.52 sobre=0.76
sol=-1.50 sola=-2.63 sortir=0.12 tarda=0.56 tarda_amb=0.39 teams=2.34 teams_,=0.88 tecnica=-0.23 telefon=2.96
telefon_amb=-0.64 telefonica=0.74 telematic=0.68 telematica=1.70 tema=0.62 tenim=-1.15 tinc=-3.71 tinc_COUNCIL=-1.04
toca=-0.73 toca_COUNCIL=-4.72 torno=-0.23 torno_a=-0.45 trobarem=-1.57 trucada=0.54 un=-0.06 una=0.40 us=-0.26
us_dire=-0.45 us_plau=0.63 va=-0.26 va_fer=-0.33 va_ser=1.19 vaig_anar=0.11 vaig_assistir=-2.33 vaig_fer=1.07
vaig_llegir=-0.13 vam=1.78 vam_estar=0.85 vam_fer=1.98 vam_tenir=-0.81 van_donar=-0.23 veure=0.13 video=0.01
videoconferencia=1.71 videollamada=0.48 videotrucada=1.86 virtual=1.01 vol=-0.27 volia=0.05 webex=0.51
xerrada_de=-0.35 zoom=1.69 zoom_,=0.39 zoom_.=-0.48 zoom_i=-0.27 zoom_pero=-1.47
"""

SEVERAL = """
BIAS=-8.57 !=-1.90 (=-0.12 +=1.81 ,=0.18 -=-0.25 .=-0.68 /=-0.81 0=0.49 :=0.81 COUNCIL=1.83 DAY=0.70 HOUR=-0.20
LENGTH=1.39 a=-0.93 acta=-0.98 ajuntar=2.71 al=-0.53 alhora=2.79 altra=3.96 amb=-0.78 anar=-0.99 assistents=-0.07
assumpte=-0.52 be=-0.96 bona=-0.16 botiga=-0.21 botigues=-0.03 cada=4.19 cadascun=1.17 cadascuna=1.47 cafe=-0.92
casa=-0.59 clausules=-1.12 com=-0.47 con=-0.81 conjunta=6.05 cooperativa=-0.26 cooperatives=-0.35 d'=0.51 de=-1.13
del=-1.09 delete=-0.02 dia=0.73 dies=1.07 doblet=0.78 dubtes=-0.37 el=-1.08 els=0.09 em=-0.73 ens=-0.63 estar=0.32
estuvimos=-0.11 farem=-0.49 feina=-0.16 fet=0.72 final=-1.18 from=-1.80 gent=-0.11 han=-0.06 hem=-1.11 hora=-0.51
hores=-1.08 i=2.74 ja=-0.41 jo=-2.53 juntes=2.65 junts=2.56 l'=0.38 l'ajuntament=0.95 l'ultima=-0.03 la=-0.81 les=1.65
linia=0.74 mateixa=2.14 mati=0.87 me=-0.13 meet=1.39 mentoria=-0.02 mercat=-0.60 mes=1.08 min=-1.47 minuts=-1.73
mitja=-1.31 n'hem=0.54 no=-2.68 o=-0.23 ok=-0.39 online=1.52 partir=1.03 per=-0.37 pero=-1.36 pico=-0.56 plecs=-0.33
plegats=1.46 poc=-0.46 por=0.05 portem=0.72 presencial=1.04 presencials=1.67 primera=-1.45 que=-1.60
respectivament=2.12 resum=1.52 reunio=-1.07 reunions=1.77 sessions=4.51 setmana=1.43 sobre=-0.06 sola=0.69 table=-1.55
tambe=2.88 tarda=2.67 tardes=1.12 teams=0.64 tecnica=-0.35 telefon=1.37 telefoniques=1.60 telematica=-0.46
telematiques=0.71 tema=-1.53 temps=-0.69 tenia=-0.29 tongades=1.46 tot=2.56 total=2.69 totes=3.90 tots=0.56
trobada=0.87 trobades=2.55 un=-1.15 uns=-0.16 va=-2.58 vam=-0.37 van=-1.37 via=-0.35 vic=-0.30 videotrucada=0.18
videotrucades=1.57 virtual=-0.04 x=-0.16 y=4.36 zoom=1.37
"""

IN_PERSON = """
BIAS=-3.64 %=-1.97 (=1.21 +=0.52 ,=0.96 -=0.23 .=-0.93 /=1.37 0=-0.07 :=-0.07 ;=-0.74 @=-0.40 ANOTHER=0.91
COUNCIL=-0.72 DAY=0.55 a=3.41 abans=0.38 acabada=-0.62 acabar=0.32 acabat=-0.51 acabo=4.19 acollir=3.61 acord=-4.93
acords=-3.00 acta=-0.61 agraria=0.91 agricola=4.76 ai=3.40 ajuntament=2.03 ajuts=-0.46 al=3.44 alhora=-0.18 alla=4.47
allargar=1.55 als=3.05 altra=-0.74 amb=-1.14 anar=2.22 anat=2.87 anava=4.90 apunta=-0.99 apunto=-3.09 aquest=2.85
aquesta=-1.49 aqui=3.50 ara=1.11 arribar=0.45 arribo=2.82 asseguts=3.28 asseure=0.23 atencio=-3.41 aviat=1.60
baixar=2.22 banc=0.14 banda=-3.28 bar=5.27 bbb=-2.19 biblio=1.92 biblioteca=1.52 bones=0.17 brigada=1.98 buides=5.06
buscar=-1.76 cadascu=-6.84 cadascun=-6.77 cafe=5.30 cal=1.27 caldra=-0.31 calor=2.03 camera=-4.84 cami=3.62
caminant=4.31 camp=-1.80 can=12.82 cap=0.41 cara=10.87 caritat=4.59 carrer=5.47 carretera=2.19 cas=-0.68 casa=0.72
casal=6.15 casino=1.07 castell=4.53 caure=1.37 cedir=0.50 cens=0.03 centre=6.24 centro=2.09 circular=-0.82 civico=0.11
clausula=-0.05 clausules=-0.29 cobertura=8.23 coincidir=1.09 colze=1.35 com=-0.86 comencat=0.06 comerc=0.07
comerciants=-3.86 comercos=1.55 compartida=-0.29 compra=2.33 compta=15.85 con=0.88 conduir=-4.20 confraria=0.62
connectada=-2.05 connectar=-5.00 connectat=-1.92 connectats=-6.64 connexio=-2.10 consistori=3.95 consta=-2.67
consum=-0.62 contractacio=-2.55 contractes=-1.40 convertir=-7.79 convidat=-3.87 convocatoria=-1.74 cooperatiu=2.15
cooperatives=-1.50 cop=1.17 correu=6.78 cosa=4.36 costat=-0.11 costava=-2.81 cotxe=1.40 coworking=1.14 cuina=-12.53
cultura=1.54 cures=-0.70 curs=1.09 d'actes=2.59 d'adults=2.85 d'alcaldia=0.26 d'anar=-2.62 d'arribar=0.49
d'atencio=-6.92 d'empreses=2.55 d'en=5.06 d'habitatge=-1.71 d'hisenda=1.16 d'intervencio=-0.64 d'obra=-2.21 d'un=0.62
dades=0.02 dalt=1.78 data=0.09 davant=4.98 de=-0.03 decidir=-0.72 dedicar=-6.38 deixar=1.12 deixat=-1.77 deixen=-3.07
deixo=3.22 del=-0.03 dels=-0.21 dema=-0.10 demanar=-4.00 demanda=-1.65 des=-6.55 despatx=4.80 despres=-0.05
detall=-4.47 dia=-0.55 dies=0.40 dijous=0.54 dilluns=-0.79 dinamitzacio=1.19 dinar=5.44 dinat=3.26 dins=1.59 dir=-0.62
directe=2.81 dissabte=0.16 dist=-2.00 distancia=-6.56 dit=0.79 diu=-1.45 divendres=-2.42 document=-2.34 donar=0.22
doncs=1.05 drive=-5.09 dubtes=-0.73 durada=-0.80 el=0.30 electronica=-0.65 ella=-5.51 ells=-4.14 els=0.21 em=2.61
en=2.82 encara=0.70 endavant=-0.18 ens=2.72 ensenyar=0.35 entrar=-2.11 entre=1.41 entrevistes=-1.76 enviar=-1.81
equivocar=-6.19 equivocat=-1.50 era=0.68 erem=2.34 eren=-0.71 es=-0.49 esmorzar=7.54 espai=-1.32 esperar=0.11
esta=-0.20 estan=-3.32 estar=-0.55 estona=-0.16 estrategic=-1.86 estuve=2.81 estuvimos=1.60 euros=-2.97 exemples=-2.57
expressament=5.02 f=6.29 fa=1.78 fabrica=2.09 fallava=2.57 faltar=-2.64 faltava=-0.57 falten=-4.01 families=-0.50
farem=-3.08 fatal=-0.01 feina=1.32 fem=-0.32 fer=-0.40 festa=0.40 fet=0.29 feta=-0.08 fetes=0.77 fi=0.82 final=-3.08
finestres=6.31 fins=0.52 fira=-0.52 fisicament=0.32 fons=-0.26 formacio=-6.86 format=-2.18 fos=-0.15 fotos=-4.75
fresca=0.78 fui=1.79 fundacio=4.30 futbol=-0.33 gaire=3.13 ganes=-5.89 garcia=0.67 gent=1.35 gerent=0.71 gmeet=-3.96
gra=-4.72 grup=-1.56 guio=2.00 gust=-1.78 h=1.87 ha=-2.80 hablando=-2.75 hangouts=-0.76 haver=-0.35 havia=-1.80
haviem=6.85 he=2.34 hem=1.33 hi=1.56 hibrida=-0.31 ho=-1.33 hola=0.45 hora=-0.17 hores=-1.68 huertos=1.72 i=-0.14
igualment=5.16 in=6.69 indicadors=-1.46 internet=-4.36 interventora=0.45 ja=-1.96 jardins=1.99 jitsi=-6.31 jo=-1.10
joana=3.26 joventut=-4.74 juliol=-1.70 juntes=1.78 junts=-0.08 juny=5.22 km=2.82 l'acta=-0.55 l'agenda=4.89
l'ajuntament=2.92 l'alcalde=1.15 l'alcaldessa=0.41 l'altra=0.40 l'area=0.84 l'arquitecte=1.93 l'arxiu=1.90
l'ateneu=0.02 l'edifici=7.74 l'endema=0.43 l'enllac=0.94 l'enric=-5.82 l'entitat=4.57 l'equip=4.85 l'escola=1.27
l'escorxador=2.94 l'espai=4.38 l'estacio=2.51 l'estiu=-1.81 l'estudi=-0.32 l'exemple=3.21 l'hem=-0.18 l'hort=0.24
l'hotel=1.98 l'institut=3.52 l'octubre=-0.49 l'oficina=1.57 l'ordinador=-2.80 la=0.85 laia=-1.17 les=0.62 li=-6.30
limit=-0.97 line=-4.08 linia=-8.45 llarga=-3.30 llei=-2.70 lliure=-2.23 lloc=3.45 lloguer=-0.95 lloret=0.01
llotja=3.06 llum=-0.55 local=0.36 los=3.02 lots=1.52 m'havien=9.54 m'he=1.33 m'hi=3.25 ma=2.34 major=-1.64
mampares=4.96 manera=2.31 mapa=-0.34 marato=1.82 maria=0.54 marxar=0.71 mas=1.89 mascareta=12.07 mascaretes=-0.66
masia=1.76 mateix=5.49 mateixa=8.92 mati=2.13 me=2.24 me'n=-3.34 meet=-9.66 meitat=-2.74 mentoria=-1.97 mercado=3.13
mercat=1.18 mes=-1.01 metres=2.25 meva=1.37 mig=-3.56 minuts=0.96 mira=3.48 mirant=0.30 mirar=1.84 mireia=-6.61
mitges=-5.19 mitjans=-3.69 mobil=-3.22 moli=1.86 molt=-1.61 moltes=2.84 molts=-0.20 montse=-1.20 municipal=0.40
museu=3.77 muy=-0.52 nau=4.09 neapolis=2.57 neu=1.72 ningu=5.91 no=-3.73 nomes=-0.37 nos=1.30 nostra=1.20 nostre=2.30
nova=2.08 num=0.04 numero=1.84 numeros=-0.36 nuria=-4.39 obres=-2.04 observacions=-0.08 oficina=4.71 oficines=3.37
online=-5.33 ordinador=-1.35 paciencia=-2.64 paeria=3.24 pantalla=-7.49 pantalles=-0.21 papers=1.29 parades=1.19
paradistes=3.88 parar=-4.66 parc=3.82 parlar=-3.68 part=-0.89 pas=5.51 passar=-3.20 passare=1.25 passat=0.30
passeig=-0.44 passejada=2.11 passejant=2.94 pati=1.61 pau=1.32 pel=2.10 penjada=-1.09 perdona=-1.27 pere=-0.71
pero=-1.85 perque=0.80 persona=3.41 persones=1.61 pesca=0.59 pla=-0.93 placa=1.14 planta=0.62 plataforma=-1.51
ple=-2.39 plegats=2.77 plegavem=0.21 plens=1.53 plovia=-6.01 poble=4.59 poca=-8.32 podeu=2.96 porta=0.22
portatil=-7.77 posa'm=0.13 posar=-6.73 preguntes=-0.73 preparar=-1.19 preparats=-0.92 pres=10.35 presen=6.38
presencia=1.71 presencial=8.71 presencialment=10.27 presencials=6.76 presentat=-1.37 pressa=-1.03 pressupost=-2.37
primera=1.79 projecte=-3.58 promocio=4.23 prop=5.74 propera=-5.17 proxima=-10.96 pujada=4.24 pujar=3.24 pujat=0.14
que=-1.75 queda=2.81 quedar=2.97 rapida=-0.65 rebre=0.85 redessa=0.06 regidora=1.39 regidoria=-0.30 regidors=-0.14
reglament=-3.16 remot=-10.91 remota=-0.21 remoto=-3.30 repassar=-3.41 res=1.19 resta=-3.67 retorn=-0.33 reunio=0.40
reunir=0.53 revisar=-2.98 riu=2.02 rotllana=2.38 s'havia=3.05 sa=-3.99 saber=-2.55 sala=3.30 sant=1.42 se=0.74
secretari=0.01 secretaria=-1.35 segona=-1.87 sense=1.17 sent=-4.42 separacio=8.00 separades=0.19 ser=0.60 sera=1.83
servei=3.69 servir=5.43 sessio=0.47 setembre=-4.19 seu=3.70 seure=2.29 seva=1.52 skype=-11.95 sobre=1.81 soler=1.05
son=-0.42 sort=-1.34 sortir=-5.93 sota=5.98 su=2.22 subvencio=0.18 tambe=-0.91 tancament=-4.78 tancar=-1.06
tarda=-0.33 tardor=-7.05 taula=0.24 teams=-10.26 teatre=1.22 tecnic=1.12 tecnica=1.80 tecnics=0.13 tecnocampus=6.21
teleconferencia=-0.06 telefon=-10.01 telefonic=-2.31 telefonica=-8.29 telefonicament=-5.91 telegram=-4.81
telematic=-10.02 telematica=-10.02 telematicament=-5.22 telematico=-4.73 telematiques=-2.31 teletreball=-4.65
teletreballen=-14.68 tema=-2.05 temes=-5.93 temps=-1.42 tenen=-4.66 tenir=-1.50 tercera=0.74 terreny=0.05
tocades=-1.32 tocava=3.68 toni=0.70 torna=-10.67 tornar=1.33 tornat=1.49 torno=-2.12 torrons=0.27 tot=-1.13 tots=-0.22
trabajo=4.20 traves=-2.92 treball=-1.36 treballar=-1.54 trigar=-5.60 trobada=2.85 trobar=0.08 trucada=-7.47
trucant=-2.71 trucar=-3.82 trucat=-9.30 tu=1.49 turisme=1.46 ultima=-0.55 umbert=1.88 uns=-0.99 us=0.22 vaig=3.60
vam=0.59 van=-0.17 vapor=4.32 vc=-0.23 ve=-2.98 vegada=3.33 vell=4.40 vella=3.26 venda=2.55 venir=2.88 vermut=2.92
vesprada=2.29 vespre=-1.48 veure=-1.21 veurem=-9.00 vi=0.47 via=-0.61 vicenc=0.18 video=-3.35 videoconferencia=-11.24
videollamada=-8.72 videotrucada=-9.87 vila=2.40 vimos=0.87 vingut=7.13 virtual=-7.31 virtualment=-4.16 visita=3.97
visitar=0.38 viver=0.01 voldrien=-0.92 volen=-3.92 volia=-0.48 voliem=-7.62 volien=1.34 voltant=4.62 voltes=-2.67
vora=3.83 web=-2.66 webcam=-1.28 webex=-5.71 whatsapp=-0.19 xat=-1.96 xerrant=-2.33 y=-0.69 zoom=-6.79 😊=2.30
"""

REMOTE = """
BIAS=-3.81 #=-1.63 %=-0.82 '=1.44 )=0.13 ,=-0.88 -=2.49 .=0.68 /=0.75 0=0.53 :=-0.53 ;=0.45 ?=-1.80 ANOTHER=0.62
COUNCIL=-0.74 DAY=1.87 HOUR=1.81 LENGTH=0.45 a=-2.41 abans=1.79 acabada=-1.78 acta=0.26 afegir=1.92 agricola=-1.37
ajuntament=-1.91 al=-1.99 alhora=-1.73 alla=-5.08 allegacions=5.85 als=-2.98 altra=0.57 altres=-5.21 amb=0.21
anar=-3.61 anat=-0.77 anava=-3.12 apunta=-0.50 apuntat=1.95 apunto=-0.71 aquest=-3.22 aquesta=6.27 aqui=-3.01 ara=4.10
asseguts=-1.61 assessorament=4.25 atencio=-2.48 aula=-4.62 avui=-1.04 baixar=-0.79 banda=1.42 bar=-1.50 bbb=10.07
be=0.57 benvolguts=4.05 biblioteca=-2.64 bici=-2.21 bicis=2.46 bigbluebutton=6.38 bon=0.90 bona=1.77 bones=0.86
bordant=0.01 botiga=-4.26 botiguers=1.07 botigues=-6.90 brigada=-5.09 bus=-0.80 cadascu=7.70 cadascun=8.67
cafeteria=-0.97 cal=-0.64 calendari=2.53 calma=-0.54 camera=8.83 can=-2.06 canvi=-2.30 canviar=1.68 cap=0.54
cara=-6.89 cares=0.28 caritat=-3.72 carretera=-0.59 casa=1.22 casal=-8.81 casino=-0.26 cataleg=0.14 caure=-1.79
cedir=0.12 centre=1.56 centro=-1.60 cistella=-2.11 civic=-1.31 civico=-0.95 clar=-2.81 colla=-0.54 com=-1.70
comencada=-1.48 comerc=1.08 comerciants=-3.43 compra=-0.93 compras=-1.79 compres=-0.16 compta=-9.28 con=1.84
concejal=-1.24 conferencia=2.81 confinada=0.73 confirmar=-3.28 congelava=5.16 connectada=1.67 connectar=3.80
connectat=5.60 connectats=1.78 connexio=7.58 consistori=-0.53 consultora=0.32 contacte=0.28 contents=6.87
contractat=2.50 contracte=-2.57 contractes=1.40 conversa=0.01 convertir=2.14 cooperatiu=0.52 cooperativa=1.14
cooperatives=-1.17 corregeixo=-3.18 cosa=0.74 costava=0.74 cotxe=-1.32 coworking=1.89 crec=-6.86 cuina=2.29
cultural=-1.81 cures=0.63 curs=0.05 d'=-0.25 d'abans=-0.44 d'actors=0.80 d'assessorament=1.69 d'atencio=-6.42
d'enllac=0.50 d'habitatge=-1.72 d'skype=4.20 data=-0.18 de=0.12 dedicar=2.84 deia=-3.33 deixar=2.94 deixat=-0.55
del=-0.05 delete=-0.04 dema=-0.12 des=2.21 despatx=-2.31 despres=-0.34 deures=4.78 dia=0.75 dic=-3.42 dies=4.28
digital=-4.55 dilluns=-0.08 dimecres=1.62 dins=-0.69 dir=0.09 dire=0.14 dist=6.90 distancia=9.41 dit=-3.79 diu=-1.17
dona=2.76 donar=-0.27 donat=-0.22 doncs=1.09 drop=0.45 dubtes=-0.02 durada=-1.08 durant=0.96 durar=0.21 durat=-4.25
economica=-0.54 electronica=-2.92 ella=7.07 ells=2.82 els=-0.22 em=1.04 empenta=-0.52 emprenedors=-0.93 en=0.68
encara=-1.77 energetica=0.03 enllac=5.07 ens=-2.00 ensenyar=-4.77 entitats=-2.59 entrar=3.43 entre=-2.63 enviar=1.83
envio=-1.17 era=-2.50 eren=-2.40 error=-0.25 es=0.47 escolar=1.61 escric=-1.75 esmorzar=-2.33 esta=0.72 estat=1.43
estatuts=-1.02 estava=1.98 estuve=-1.38 estuvimos=-0.25 excel=0.27 exemple=0.33 explicar=2.17 f=-1.20 fabrica=-0.13
faig=-1.36 fallava=-2.04 falta=-2.26 faltava=-0.93 farem=-3.99 fatal=0.96 feien=2.19 feina=-0.34 fem=-2.84 fent=0.23
fer=1.01 fet=0.46 final=1.52 finalment=1.14 fira=-4.63 fires=-3.17 fons=-0.26 forca=0.40 formacio=-4.88 format=1.54
fotos=6.00 from=-0.38 funciona=-2.78 gaire=-0.01 ganes=-3.40 gener=10.00 gent=-0.59 gerent=-1.09 gestora=2.41
gmeet=7.03 google=0.55 gos=0.47 gravar=5.15 ha=1.13 hablando=5.69 hangouts=7.91 haver=0.08 havia=4.16 haviem=-2.47
he=0.12 hem=0.48 hi=-1.64 hibrid=-1.38 hibrida=-0.50 ho=-1.24 hola=0.17 hora=1.82 horabaixa=2.28 hores=1.17 i=-1.04
in=-3.56 inici=0.65 internet=4.59 interventora=0.98 ja=-0.03 jeje=3.45 jitsi=10.87 jitsi'=3.08 jo=0.75 joana=-3.18
joventut=3.09 juliol=1.35 junts=-2.97 justes=0.87 km=-3.79 l'=0.98 l'acord=0.19 l'ajuntament=-1.36 l'alcalde=-1.80
l'altra=-2.46 l'article=1.34 l'atencio=-2.50 l'edifici=-3.58 l'enric=2.43 l'entitat=-2.43 l'equip=-1.56 l'havia=-1.04
l'hora=3.71 l'hort=-0.64 l'oficina=-0.06 l'ordinador=0.27 l'ultima=-2.67 la=-0.51 les=-1.94 li=0.10 line=8.09
linia=7.31 llamada=5.05 llista=2.00 lliures=0.77 lloguer=0.37 lo=0.16 local=-1.08 los=-4.00 lots=0.07 m=-1.14
m'han=-2.11 m'havien=-0.09 m'he=-0.70 major=-1.51 mal=0.92 malament=-0.51 mans=4.37 marta=0.99 mascareta=-6.85
mascaretes=-0.27 massa=-1.84 mateix=-3.70 mateixa=-0.26 mati=1.74 medi=2.52 meet=10.66 meitat=-3.37 menjador=1.18
mentoria=1.73 mercado=-0.99 mercat=-2.08 mercats=-0.54 mes=1.20 meu=-2.73 mi=-3.46 mica=-0.34 micro=1.60 mig=-4.48
migdia=0.10 mirant=-1.39 mirar=0.19 mitjancant=0.81 mitjans=9.59 mobil=1.00 modalitat=4.27 model=-1.77 moli=-0.32
molt=0.43 molta=0.27 moneda=0.29 montse=-0.81 moure'm=3.94 municipi=-0.13 muntar=-1.60 muy=0.52 neteja=-1.39 ni=-0.95
ningu=-3.79 no=4.69 nomes=4.93 nos=0.56 nosaltres=6.30 nostre=1.59 nova=0.47 o=-1.60 oblidar=-1.44 obren=0.98
obrir=0.49 ocupada=2.50 ods=0.65 oficina=-4.57 oi=3.60 ok=4.39 onlain=5.17 online=7.56 or=0.30 ordinador=6.18
pages=2.94 pagina=0.94 pantalla=6.45 parades=-1.86 parc=-0.73 parell=2.27 parlant=-2.63 parlar=-1.05 parlat=3.51
parlem=-0.97 part=-2.22 pas=-2.52 passar=0.13 passat=0.63 passeig=-3.87 passejada=-3.25 passo=-1.68 pau=0.60 peix=1.49
pel=3.00 pendent=-1.72 penjar=2.01 penjat=1.30 per=0.10 perdona=-1.42 perdoneu=1.12 pero=1.29 perque=-1.06
persona=-4.62 personal=-5.99 pesca=0.59 pescadors=1.83 peu=-1.91 pilar=0.01 pla=0.53 plantilla=1.75 plataforma=-5.90
platges=0.38 platja=0.60 plec=-0.17 plegava=2.16 plens=1.42 plovia=4.08 pluja=1.01 pobla=-0.47 poble=-3.58 pobra=1.68
poder=-3.01 podeu=1.74 podria=0.94 poligon=-0.53 por=0.06 portal=-5.00 posar=-0.95 preguntes=1.03 pres=-3.60
presen=-0.36 presencia=-1.59 presencial=-7.19 presencialment=-7.21 presencials=-4.43 presentar=-1.36 pressupost=-1.91
primer=-2.80 primera=-1.67 productors=-2.86 projecte=-1.05 promocio=-0.38 promocional=-6.33 prop=-4.31 propera=-4.94
prou=1.38 proxima=-1.45 proximitat=-1.06 public=-0.02 pujar=-1.33 pujat=-0.09 q=5.37 quan=1.21 quant=-1.90 quarts=0.10
que=2.17 quedar=-0.26 quim=0.92 quin=0.14 quina=-1.38 rapida=1.52 rebost=0.54 recordo=-2.65 rectifico=-1.35
recursos=-7.00 regidora=-0.27 regidories=1.20 registre=-1.86 reguladores=-0.06 remot=17.75 remota=3.47 remoto=2.78
repas=-0.05 repassant=1.08 res=-2.87 resta=-1.75 restriccions=3.05 resum=1.38 reunio=0.20 reunions=-4.95 reunits=-2.07
revisar=0.36 revisat=-3.01 rodat=0.32 ruta=-2.38 s'ha=0.18 s'havia=-4.69 s'hi=-1.25 sa=1.83 saber=9.06 sala=-4.60
saludar=-0.24 se=0.10 secretari=0.16 secretaria=0.39 segona=-1.02 seguent=-2.96 seguia=-0.28 sembla=-6.10
semblar=-1.87 semipresencial=-0.04 sempre=5.94 sense=0.86 sent=0.82 ser=-0.49 sera=-4.44 seria=-8.47 servei=-1.82
serveis=2.29 servir=-5.64 sessio=0.04 sessions=0.59 setembre=3.49 setmana=0.61 seu=-3.00 seure=-3.02 seva=0.16
si=-2.49 sino=-2.50 skype=13.83 sobre=0.09 sol=0.85 sola=6.09 solidaria=1.16 sortir=1.20 su=-5.95 subvencions=-2.08
table=0.55 tambe=0.54 tancat=1.38 tard=0.05 tarda=-0.52 targeta=-3.07 taula=-1.15 teams=9.92 tecnic=-0.31
tecnica=-2.15 tecnics=-0.05 tecniques=1.03 tecnocampus=-0.94 telecentre=-2.05 teleconferencia=6.35 telefon=10.50
telefonic=5.80 telefonica=8.10 telefonicament=7.75 telegram=4.45 telem=5.70 telematic=10.49 telematica=10.28
telematicament=13.02 telematico=5.28 telematiques=6.65 teletrobada=1.95 tema=-0.16 temes=6.95 temps=2.99 tenen=-0.06
tenia=0.57 tenim=1.45 tenir=0.13 tingui=-3.27 tirar=0.44 tocava=-2.62 toni=2.00 tornat=-3.79 tot=2.16 tothom=1.56
tots=1.11 trabajo=-1.05 tramits=-10.70 traves=2.36 treball=1.97 treballar=-1.38 treballat=-0.60 tren=-0.35
trobar=-1.25 trucada=12.83 trucant=4.61 trucar=9.19 trucare=-0.51 trucat=9.64 tuve=1.26 ultima=1.66 un=0.67 una=-0.55
uns=-5.50 us=0.80 v=0.97 vacances=-0.44 vaig=-0.87 vam=-0.23 van=-0.48 vc=6.22 ve=-1.94 vell=-0.04 venda=-1.61
venir=-1.54 veure=1.88 via=4.94 viatge=0.04 vicenc=-0.01 video=5.31 videoc=3.19 videoconferencia=12.73
videocridada=4.71 videollamada=9.71 videotruc=5.86 videotrucada=10.23 vila=-0.28 vimos=-0.04 vinent=4.01 vingut=-0.87
virtual=8.42 virtualment=7.22 virtuals=5.07 viver=-0.93 volen=-2.25 voler=-4.23 volia=-2.94 voliem=3.14 volien=-0.82
web=0.80 webcam=5.07 webex=12.52 whatsapp=3.89 wifi=0.86 x=0.15 xat=0.95 xerrant=-2.57 xerrar=3.15 xoc=-1.79 y=1.40
zoom=9.12 zoom'=1.51 €=0.75 🎉=-2.11 🏛=-0.16 👍=-0.66 💻=5.79 📞=5.32 😂=1.70 😊=0.25 🙂=0.99 🤝=-0.18
"""
