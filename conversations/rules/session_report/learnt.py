"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""

REPORT = """
BIAS=-4.87 !=0.03 !_LENGTH=0.07 (=0.42 )=0.48 ,=0.73 ,_COUNCIL=0.63 ,_LENGTH=0.22 ,_a=0.52 ,_al=0.44 ,_amb=0.69
,_ja=-1.02 ,_per=0.21 ,_pero=-0.01 ,_presencial=0.66 ,_quin=-1.67 ,_si=0.06 ,_us=-0.14 -=0.13 -_ho=0.54 .=2.11 /=-1.28
0=0.80 0_h=-0.50 0_hores=-0.19 :=0.84 :_COUNCIL=0.26 :_LENGTH=0.57 ;=1.64 ?=-2.58 ANOTHER=0.44 COUNCIL=1.28
COUNCIL_,=0.73 COUNCIL_-=0.97 COUNCIL_.=1.11 COUNCIL_:=0.98 COUNCIL_;=0.09 COUNCIL_DAY=0.44 COUNCIL_LENGTH=1.11
COUNCIL_a=0.52 COUNCIL_d'=1.96 COUNCIL_de=0.12 COUNCIL_diu=-0.11 COUNCIL_em=-0.19 COUNCIL_en=1.49 COUNCIL_encara=-0.21
COUNCIL_no=-1.67 COUNCIL_per=0.15 DAY=2.00 DAY_,=0.75 DAY_/=0.49 DAY_ANOTHER=0.13 DAY_COUNCIL=1.73 DAY_HOUR=-2.61
DAY_LENGTH=0.60 DAY_amb=1.26 DAY_els=0.90 DAY_faig=-0.76 DAY_fare=-2.20 DAY_farem=-0.50 DAY_hem=0.19 DAY_no=-1.17
DAY_tenim=-1.48 DAY_una=1.11 DAY_vaig=-0.67 DAY_vam=0.24 LENGTH=3.43 LENGTH_!=-0.86 LENGTH_)=-0.69 LENGTH_,=0.49
LENGTH_/=0.19 LENGTH_COUNCIL=-0.45 LENGTH_DAY=-0.15 LENGTH_a=0.05 LENGTH_al=-0.26 LENGTH_d'=-1.78 LENGTH_de=-0.23
LENGTH_meet=0.25 LENGTH_per=-0.10 LENGTH_zoom=0.88 a_COUNCIL=-0.51 a_DAY=-0.24 a_cara=0.12 a_l'ajuntament=0.34
a_la=0.68 ahir=-0.12 ajornat=-0.64 al_seu=1.41 al_telefon=-0.54 al_zoom=-1.59 alla=0.01 amb=1.36 amb_COUNCIL=-1.56
amb_el=0.35 amb_els=0.33 amb_la=0.03 anullada=-2.32 ben=-0.48 bon=-0.24 bona=0.56 cara=0.42 cara_a=0.48 com_a=-0.62
comencem=-0.05 comencem_amb=-1.11 con=0.20 connectar=-0.06 corregeixo=0.12 corregeixo_:=0.15 curs_de=-3.13
d'_COUNCIL=0.52 d'_DAY=-1.33 d'_LENGTH=0.68 d'anar_a=-1.44 data=-0.13 data_amb=-0.86 de=-0.46 de_0=1.42
de_COUNCIL=-0.49 de_DAY=-1.21 de_LENGTH=-0.46 de_fer=-0.02 de_les=0.85 de_mentoria=1.59 deixar=-0.21 del=0.26 des=0.03
despatx=0.61 dia=-0.41 dic=-0.74 dies=0.49 dilluns=0.83 dimarts_i=-1.64 distancia=0.90 diu=-0.06 diu_que=-0.04
doncs=0.24 durada=0.94 el=-0.12 el_DAY=-0.15 ells=-0.20 els=-0.15 em=-1.04 em_proposa=-0.68 en=0.80 encara=-0.19
ens_hi=0.28 ens_trobarem=-0.71 era=1.02 eren=0.08 es_va=0.67 es_van=-0.52 esperant=-1.89 esta=-0.32 esta_de=-0.21
estar_LENGTH=-0.49 estic=-0.32 estona=0.28 exemple=-0.61 exemple_:=-1.56 factura=-1.02 faig=-1.94 familia=-0.93
fare_LENGTH=-1.31 farem=-3.00 feina=-0.50 fem=-1.35 fem_LENGTH=-0.07 fer=-0.59 fer_LENGTH=-1.33 fet=0.84 fet_la=0.18
feta=4.31 final=-1.14 fins_a=0.19 h=-0.40 h_COUNCIL=-2.44 ha=-0.17 he=-0.88 hem_estat=0.50 hem_fet=0.90 hi_hem=0.07
ho=-0.18 hola=0.52 hora=0.65 i=0.56 i_DAY=-0.37 i_hem=0.64 i_vam=1.08 ignora=-1.66 interna=-4.86 ja_us=-0.48
jitsi=0.85 jornada_de=-1.50 ko=-0.01 l'ajuntament=0.83 l'oficina_tecnica=-2.21 la=-0.22 la_d'=0.37 la_de=0.81
la_familia=-4.00 la_presentacio=-1.22 la_sessio=-0.11 la_setmana=-0.49 la_tarda=0.40 la_xarxa=-0.49 les=-0.53
les_LENGTH=-1.85 les_va=-0.10 linia=1.46 llarga=0.79 llegir=-0.94 lo_de=1.86 local=0.10 m'ha=-0.29 m'ho=-3.17
mati=1.12 meet=2.62 mentoria=0.09 mentors=-0.69 mercat=0.22 meva_companya=-1.39 mi=-1.67 mira=0.17 ningu=-1.57
no=-1.33 no_les=-0.89 nomes=-1.34 online=2.58 ordre_del=-0.79 pam=-1.62 pam_de=-0.45 passa=-3.24 passar=-0.10
passat=-0.36 pendent_COUNCIL=-2.89 per=-0.11 per_COUNCIL=-0.48 per_DAY=-2.73 per_a=-1.19 per_quedar=-3.21
per_teams=0.23 per_zoom=-1.28 pero=-0.85 perque=0.27 plantats=-0.49 plau=1.71 ple=-0.60 plecs=0.03 podeu_apuntar=0.85
pogut=-0.47 por=0.95 preparant=-1.08 presencial=2.96 presencial_,=-0.64 presencials=1.01 previstes=-0.18
propera_amb=-2.23 proposa=-0.71 prova=-0.34 quarts=0.30 que=-0.32 que_DAY=-0.10 que_LENGTH=-0.27 quedar=-0.20
quedat=-2.77 quedem=-0.88 quin=-0.31 quina=-0.19 recordeu=-0.31 regidora=0.08 remot=0.37 res=-1.08 reservat=-3.26
reunio=-0.27 reunio_de=-1.46 s'ha=-0.98 segona=0.42 ser=1.23 sera=-1.46 sessio=-0.42 sessio_de=0.15 setmana=-0.78
setmana_que=-0.72 si=-1.44 si_DAY=-1.39 si_no=0.04 si_us=1.22 skype=1.51 sobre=0.76 sol=-1.51 sola=-2.63 sortir=0.13
tarda=0.55 tarda_amb=0.38 teams=2.34 teams_,=0.87 tecnica=-0.24 telefon=2.97 telefon_amb=-0.65 telefonica=0.74
telematic=0.67 telematica=1.70 tema=0.62 tenim=-1.15 tinc=-3.71 tinc_COUNCIL=-1.04 toca=-0.73 toca_COUNCIL=-4.72
torno=-0.23 torno_a=-0.46 trobarem=-0.92 trucada=0.54 un=-0.06 una=0.40 us=-0.19 us_dire=-0.45 va=-0.26 va_fer=-0.32
va_ser=1.21 vaig_anar=0.11 vaig_assistir=-2.32 vaig_fer=1.07 vaig_llegir=-0.56 vam=1.78 vam_estar=0.85 vam_fer=1.99
vam_tenir=-0.81 van_donar=-0.23 veure=0.13 video=0.01 videoconferencia=1.71 videollamada=0.47 videotrucada=1.86
virtual=1.00 vol=-0.26 volia=0.05 webex=0.51 xerrada_de=-0.37 zoom=1.69 zoom_,=0.38 zoom_.=-0.49 zoom_i=-0.26
zoom_pero=-1.47
"""

SEVERAL = """
BIAS=-8.56 !=-1.98 (=-0.13 +=1.82 ,=0.19 -=-0.22 .=-0.50 /=-0.84 0=0.46 :=0.76 COUNCIL=1.85 DAY=0.69 HOUR=-0.19
LENGTH=1.43 a=-0.89 acta=-0.98 ajuntar=2.80 al=-0.56 alhora=2.75 alla=-0.07 altra=3.89 amb=-0.68 anar=-0.30
assistents=-0.06 assumpte=-0.47 be=-0.97 bona=-0.19 botiga=-0.19 cada=4.15 cadascun=1.15 cadascuna=1.50 cafe=-0.88
casa=-0.64 clausules=-1.17 com=-0.47 con=-0.83 conjunta=6.02 cooperativa=-0.35 cooperatives=-0.35 d'=0.45 de=-1.14
del=-1.14 delete=-0.91 dia=0.74 dies=1.09 doblet=0.85 dubtes=-0.30 el=-0.97 els=0.06 em=-0.78 ens=-0.67 era=-0.47
estar=0.31 estuvimos=-0.14 farem=-0.51 feina=-0.23 fet=0.73 final=-1.05 from=-0.86 gent=-0.17 han=-0.09 hem=-1.13
hora=-0.58 hores=-1.09 i=2.69 ja=-0.48 jo=-2.85 juntes=2.67 junts=2.48 l'=0.27 l'ajuntament=0.85 l'ultima=-0.28
la=-0.74 les=1.57 linia=0.68 mateix=0.28 mateixa=2.06 mati=0.72 me=-0.15 meet=1.34 mentoria=-0.06 mercat=-0.66
mes=1.02 min=-1.40 minuts=-1.61 mitja=-1.27 n'hem=0.52 no=-2.62 o=-0.27 ok=-0.41 online=1.47 partir=1.08 per=-0.40
pero=-1.48 pico=-0.58 plecs=-0.29 plegats=1.46 poc=-0.44 por=0.06 portem=0.73 presencial=0.99 presencials=1.67
primera=-1.37 que=-1.59 queden=-0.01 respectivament=2.09 resum=1.49 reunio=-1.07 reunions=1.73 sala=-0.02
sessions=4.40 setmana=1.40 sobre=-0.06 sola=0.72 table=-1.51 tambe=3.10 tarda=2.83 tardes=1.16 teams=0.59
tecnica=-0.43 telefon=1.31 telefoniques=1.50 telematica=-0.48 telematiques=0.69 tema=-1.53 temps=-0.60 tenia=-0.24
tongades=1.53 tot=2.51 total=2.61 totes=3.89 tots=0.52 trobada=0.90 trobades=2.49 un=-1.12 uns=-0.19 va=-2.58
vam=-0.42 van=-1.37 via=-0.36 vic=-0.30 videotrucada=0.16 videotrucades=1.54 virtual=-0.07 x=-0.16 y=4.32 zoom=1.32
"""

IN_PERSON = """
BIAS=-3.68 %=-1.94 (=1.21 +=0.53 ,=0.98 -=0.23 .=-0.91 /=1.37 0=-0.08 :=-0.07 ;=-0.76 @=-0.36 ANOTHER=0.85
COUNCIL=-0.72 DAY=0.57 a=3.42 abans=0.38 acabada=-0.69 acabar=0.31 acabat=-0.50 acabo=4.18 acollir=3.60 acord=-4.91
acords=-3.01 acta=-0.61 agraria=0.92 agricola=4.72 ai=3.34 ajuntament=2.01 ajuts=-0.27 al=3.45 alhora=-0.18 alla=4.45
allargar=1.58 als=3.08 altra=-0.73 altres=0.05 amb=-1.13 anar=2.17 anat=2.83 anava=4.89 apunta=-0.97 apunto=-3.08
aquest=2.86 aquesta=-1.62 aqui=3.54 ara=1.13 arribar=0.46 arribo=2.79 asseguts=3.29 asseure=0.37 atencio=-3.41
aviat=1.56 baixar=2.21 banc=0.11 banda=-3.30 bar=5.25 bbb=-2.22 biblio=1.91 biblioteca=1.53 bigbluebutton=-0.01
bones=0.18 brigada=2.00 buides=5.09 buscar=-1.85 cadascu=-6.86 cadascun=-6.78 cafe=5.28 cal=1.28 caldra=-0.31
calor=2.01 camera=-4.85 cami=3.61 caminant=4.31 camp=-1.78 can=12.76 cap=0.40 cara=10.81 caritat=4.63 carrer=5.44
carretera=2.18 cas=-0.69 casa=0.70 casal=6.13 casino=1.08 castell=4.53 caure=1.41 cedir=0.51 cens=0.04 centre=6.25
centro=1.49 circular=-0.78 civico=0.70 clausula=-0.06 clausules=-0.29 cobertura=8.21 coincidir=1.14 colze=1.32
com=-0.88 comencat=0.06 comerc=0.08 comerciants=-3.86 comercos=1.59 compartida=-0.30 compra=2.31 compta=15.94 con=0.89
conduir=-4.20 confraria=0.59 connectada=-8.17 connectar=-5.13 connectat=-1.96 connectats=-6.73 connexio=-2.11
consistori=3.93 consta=-2.65 consum=-0.63 contractacio=-2.55 contractes=-1.45 convertir=-7.68 convidat=-3.87
convocatoria=-1.88 cooperatiu=2.13 cooperatives=-1.50 cop=1.15 correu=6.83 cosa=4.35 costat=-0.03 costava=-2.82
cotxe=1.39 coworking=1.14 cuina=-12.52 cultura=1.52 cures=-0.71 curs=1.08 d'actes=2.58 d'adults=2.84 d'alcaldia=0.19
d'anar=-2.64 d'arribar=0.50 d'atencio=-6.92 d'empreses=2.53 d'en=5.05 d'habitatge=-1.72 d'hisenda=1.15
d'intervencio=-0.64 d'obra=-2.20 d'un=0.64 dades=0.08 dalt=1.79 data=0.10 davant=5.01 de=-0.02 decidir=-1.32
dedicar=-6.39 deixar=1.11 deixat=-1.69 deixen=-3.08 deixo=3.21 del=-0.04 dels=-0.18 dema=-0.10 demanar=-3.99
demanda=-1.66 des=-6.62 despatx=4.87 despres=-0.08 detall=-4.46 dia=-0.56 dies=0.56 dijous=0.55 dilluns=-0.83
dinamitzacio=1.19 dinar=5.47 dinat=3.24 dins=1.59 dir=-0.62 directe=2.77 dissabte=0.19 dist=-1.99 distancia=-6.56
dit=0.78 diu=-1.42 divendres=-2.52 document=-2.33 donar=0.25 doncs=1.03 drive=-5.10 dubtes=-0.75 durada=-0.76 el=0.30
electronica=-0.35 ella=-5.68 ells=-4.11 els=0.18 em=2.59 en=2.83 encara=0.68 endavant=-0.17 ens=2.69 ensenyar=0.34
entrar=-2.11 entre=1.39 entrevistes=-1.07 enviar=-1.80 equivocar=-6.17 equivocat=-1.53 era=0.84 erem=2.35 eren=-0.69
es=-0.54 esmorzar=7.52 espai=-1.31 esperar=0.09 esta=-0.19 estan=-3.24 estar=-0.43 estona=-0.18 estrategic=-1.86
estuve=2.81 estuvimos=1.60 euros=-2.98 exemples=-2.44 expressament=5.08 f=6.32 fa=1.81 fabrica=2.10 fallava=2.59
faltar=-2.65 faltava=-0.55 falten=-4.03 families=-0.51 farem=-3.07 fatal=-0.01 feina=1.30 fem=-0.29 fer=-0.40
festa=0.41 fet=0.30 feta=-0.06 fetes=0.81 fi=0.84 final=-3.13 finestres=6.28 fins=0.53 fira=-0.39 fisicament=1.58
fons=-0.28 formacio=-6.87 format=-2.19 fos=-0.33 fotos=-4.69 fresca=0.78 fui=1.79 fundacio=4.40 futbol=-0.36
gaire=3.13 ganes=-5.86 garcia=0.66 gent=1.33 gerent=0.69 gmeet=-3.86 gra=-4.69 grup=-1.58 guio=2.00 gust=-1.89 h=1.86
ha=-2.81 hablando=-2.75 hangouts=-0.75 haver=-0.36 havia=-1.79 haviem=6.79 he=2.36 hem=1.33 hi=1.58 hibrida=-0.31
ho=-1.34 hola=0.46 hora=-0.19 hores=-1.64 huertos=1.72 i=-0.11 igualment=5.14 in=6.67 indicadors=-1.50 internet=-4.37
interventora=0.44 ja=-1.93 jardins=1.97 jitsi=-6.32 jo=-0.89 joana=3.28 joventut=-4.74 juliol=-1.72 juntes=1.78
junts=-0.31 juny=5.21 km=2.77 l'acta=-0.55 l'agenda=4.87 l'ajuntament=2.91 l'alcalde=1.16 l'alcaldessa=0.45
l'altra=0.42 l'area=0.83 l'arquitecte=1.87 l'arxiu=1.70 l'ateneu=0.02 l'edifici=7.70 l'endema=0.44 l'enllac=1.00
l'enric=-5.96 l'entitat=4.55 l'equip=4.85 l'escola=1.21 l'escorxador=2.95 l'espai=4.33 l'estacio=2.62 l'estiu=-1.80
l'estudi=-0.32 l'exemple=3.15 l'hem=-0.20 l'hort=0.24 l'hotel=2.20 l'institut=3.50 l'octubre=-0.41 l'oficina=1.57
l'ordinador=-2.80 la=0.85 laia=-1.34 les=0.63 li=-6.24 limit=-1.20 line=-4.13 linia=-8.45 llarga=-3.30 llei=-2.70
lliure=-2.23 lloc=3.45 lloguer=-1.08 lloret=0.20 llotja=3.06 llum=-0.55 local=0.38 los=2.99 lots=1.59 m'havien=9.50
m'he=1.21 m'hi=3.31 ma=2.30 major=-1.61 mampares=4.99 manera=2.30 mapa=-0.25 marato=1.84 maria=0.52 marxar=0.71
mas=1.89 mascareta=12.04 mascaretes=-0.66 masia=1.87 mateix=5.49 mateixa=8.75 mati=2.13 me=2.22 me'n=-3.34 meet=-9.71
meitat=-2.63 mentoria=-1.97 menys=-0.18 mercado=3.12 mercat=1.18 mes=-1.04 metres=2.57 meva=1.37 mig=-3.54 minuts=0.98
mira=3.50 mirant=0.13 mirar=1.79 mireia=-6.63 mitges=-5.19 mitjans=-3.74 mobil=-3.23 moli=1.88 molt=-1.58 moltes=2.80
molts=-0.18 montse=-1.09 municipal=0.40 museu=3.77 muy=-0.50 nau=4.08 neapolis=2.58 neu=1.72 ningu=5.95 no=-3.73
nomes=-0.41 nos=1.30 nostra=1.21 nostre=2.28 nova=2.16 num=0.08 numero=1.84 numeros=-0.35 nuria=-4.44 obres=-2.04
observacions=-0.04 oficina=4.72 oficines=3.36 online=-5.31 ordinador=-1.32 paciencia=-2.41 paeria=3.29 pantalla=-7.78
pantalles=-0.21 papers=1.26 parades=1.06 paradistes=3.86 parar=-4.62 parc=3.83 parlar=-3.75 part=-1.41 pas=5.52
passar=-3.19 passare=1.18 passat=0.39 passeig=-0.43 passejada=2.13 passejant=2.97 pati=1.55 pau=1.31 pel=2.11
penjada=-1.11 perdona=-1.23 pere=-0.70 pero=-1.85 perque=0.83 persona=3.40 persones=1.60 pesca=0.61 pla=-0.93
placa=1.14 planta=0.57 plataforma=-1.59 ple=-2.38 plegats=2.73 plegavem=0.21 plens=1.52 plovia=-6.01 poble=4.57
poca=-8.34 podeu=2.94 porta=0.21 portatil=-7.68 posa'm=0.12 posar=-6.74 preguntes=-0.73 preparar=-1.24 preparats=-0.93
pres=10.39 presen=6.39 presencia=1.70 presencial=8.70 presencialment=10.23 presencials=6.76 presentat=-1.42
pressa=-0.99 pressupost=-2.36 primera=1.86 projecte=-3.54 promocio=4.25 prop=5.59 propera=-5.17 proxima=-10.91
pujada=4.25 pujar=3.23 pujat=0.10 que=-1.79 queda=2.85 quedar=2.97 rapida=-0.65 rebre=0.78 redessa=0.04 regidora=1.37
regidoria=-0.37 regidors=-0.14 reglament=-3.15 remot=-10.87 remota=-0.24 remoto=-3.32 repassar=-3.43 res=1.19
resta=-3.65 retorn=-0.33 reunio=0.40 revisar=-3.01 riu=2.51 rotllana=2.34 s'havia=3.05 sa=-3.97 saber=-2.63 sala=3.30
sant=1.48 se=0.57 secretaria=-1.38 segona=-1.73 sense=1.17 sent=-4.38 separacio=7.66 ser=0.61 sera=1.84 servei=3.62
servir=5.42 sessio=0.46 setembre=-4.23 seu=3.68 seure=2.31 seva=1.53 skype=-12.19 sobre=1.81 soler=1.09 son=-0.46
sort=-1.39 sortir=-5.94 sota=5.99 su=2.21 subvencio=0.11 tambe=-0.91 tancament=-4.22 tancar=-1.03 tarda=-0.33
tardor=-7.59 taula=0.15 teams=-10.19 teatre=1.22 tecnic=1.14 tecnica=1.72 tecnics=0.13 tecnocampus=6.22
teleconferencia=-0.06 telefon=-10.02 telefonic=-2.27 telefonica=-8.40 telefonicament=-5.91 telegram=-4.84
telematic=-10.04 telematica=-9.96 telematicament=-5.21 telematico=-4.75 telematiques=-2.29 teletreball=-4.63
teletreballen=-14.70 tema=-2.06 temes=-5.92 temps=-1.38 tenen=-4.68 tenir=-1.48 tercera=0.71 terreny=0.05
tocades=-1.31 tocava=3.67 toni=0.55 torna=-10.65 tornar=1.36 tornat=1.45 torno=-2.15 torrons=0.30 tot=-1.13 tots=-0.17
trabajo=4.18 traves=-2.88 treball=-1.34 treballar=-1.56 trigar=-5.53 trobada=2.29 trobar=0.08 trucada=-7.46
trucant=-2.71 trucar=-3.84 trucat=-9.32 tu=1.47 turisme=1.45 ultima=-0.60 umbert=1.88 uns=-1.06 us=0.22 vaig=3.59
vam=0.59 van=-0.16 vapor=4.35 vc=-0.22 ve=-2.95 vegada=3.22 vell=4.36 vella=3.25 venda=2.59 venir=2.86 vermut=2.95
vesprada=2.16 vespre=-1.45 veure=-1.18 veurem=-8.97 vi=0.46 via=-0.62 vicenc=0.03 video=-3.36 videoconferencia=-11.25
videollamada=-8.72 videotrucada=-9.89 vila=2.45 vimos=0.86 vingut=7.16 virtual=-7.30 virtualment=-3.70 visita=3.98
visitar=0.42 viver=0.03 voldrien=-0.70 volen=-3.94 volia=-0.44 voliem=-7.59 volien=1.42 voltant=4.69 voltes=-2.60
vora=3.33 web=-2.68 webcam=-1.29 webex=-5.68 whatsapp=-0.16 xat=-1.96 xerrant=-2.33 y=-0.68 zoom=-6.79 🏖=0.49 😊=2.12
"""

REMOTE = """
BIAS=-3.72 #=-1.61 %=-0.84 '=1.21 )=0.14 ,=-0.93 -=2.50 .=0.73 /=0.68 0=0.51 :=-0.52 ;=0.49 ==0.01 ?=-1.75
ANOTHER=0.48 COUNCIL=-0.76 DAY=1.77 HOUR=1.69 LENGTH=0.46 a=-2.38 abans=1.85 acabada=-1.80 acta=0.19 afegir=1.90
agricola=-0.85 ajuntament=-1.86 al=-1.90 alhora=-1.79 alla=-5.06 allegacions=5.95 als=-3.00 altra=0.40 altres=-5.22
amb=0.17 anar=-3.56 anat=-0.76 anava=-2.94 apunta=-0.68 apuntat=2.03 apunto=-0.79 aquest=-3.13 aquesta=6.10 aqui=-2.97
ara=4.08 asseguts=-1.49 assessorament=4.03 atencio=-2.41 aula=-4.56 avui=-0.97 baixar=-0.78 banda=1.34 bar=-1.54
bases=-0.03 bbb=10.18 be=0.59 benvolguts=4.78 biblioteca=-2.45 bici=-2.17 bicis=2.13 bigbluebutton=6.43 bon=0.89
bona=1.92 bones=0.85 bordant=0.30 botiga=-4.30 botiguers=1.18 botigues=-7.01 brigada=-5.05 bus=-0.72 cadascu=7.63
cadascun=8.32 cafeteria=-1.05 cal=-0.11 calendari=2.45 calma=-0.34 calor=-0.09 camera=8.84 can=-1.94 canvi=-1.99
canviar=1.56 cap=0.53 cara=-6.57 cares=0.24 caritat=-3.81 carretera=-0.29 casa=1.33 casal=-8.66 casino=-0.27
cataleg=0.13 caure=-1.66 cedir=0.01 centre=1.56 centro=-2.10 cistella=-2.12 civic=-1.29 civico=-0.51 clar=-2.79
colla=-0.18 com=-1.64 comencada=-1.49 comerc=1.05 comerciants=-3.54 compra=-0.81 compras=-1.74 compres=-0.42
compta=-9.04 con=1.84 concejal=-1.24 conferencia=2.74 confinada=0.97 confirmar=-3.21 congelava=5.22 connectada=1.76
connectades=0.39 connectar=3.79 connectat=5.72 connectats=1.69 connexio=7.54 consistori=-0.55 consultora=0.26
contacte=0.12 contents=6.63 contractat=2.53 contracte=-2.53 contractes=1.48 convertir=2.07 cooperatiu=0.50
cooperativa=1.20 cooperatives=-1.10 corregeixo=-2.92 cosa=1.06 costava=0.40 cotxe=-1.30 coworking=1.85 crec=-6.70
cuina=2.29 cultural=-1.79 cures=0.72 curs=0.06 d=-0.11 d'=-0.17 d'abans=-0.47 d'actors=0.82 d'apuntar=0.04
d'assessorament=1.76 d'atencio=-6.39 d'enllac=0.60 d'habitatge=-1.70 d'skype=4.51 data=-0.18 de=0.14 dedicar=2.76
deia=-3.21 deixar=2.90 deixat=-0.61 delete=-0.01 dema=-0.08 des=2.26 despatx=-2.37 despres=-0.45 deures=5.26 dia=0.66
dic=-2.20 dies=4.16 digital=-4.54 dimecres=1.56 dins=-0.54 dir=0.37 dire=1.42 dist=6.91 distancia=9.50 dit=-3.70
diu=-1.08 dona=2.76 donar=-0.38 doncs=1.12 drop=0.68 durada=-1.13 durant=0.93 durar=0.10 durat=-3.89 economica=-0.51
electronica=-2.81 ella=7.09 ells=2.79 els=-0.29 em=0.93 empenta=-0.36 emprenedors=-1.02 en=0.78 encara=-1.53
enllac=5.19 ens=-1.99 ensenyar=-4.72 entitats=-2.52 entrar=3.37 entre=-2.55 enviar=2.26 envio=-1.13 era=-2.35
eren=-2.19 error=-0.58 es=0.45 escolar=2.20 escric=-1.65 esmorzar=-2.25 esta=0.66 estar=0.04 estat=1.36 estatuts=-0.92
estava=1.96 estuve=-1.39 estuvimos=-0.28 exemple=0.36 expedient=0.11 explicar=2.34 explicat=-0.04 f=-1.13
fabrica=-0.01 faig=-0.96 fallava=-2.19 falta=-2.27 faltava=-0.72 farem=-3.98 fatal=0.76 feien=2.41 feina=-0.32
fem=-2.88 fent=0.20 fer=0.96 fet=0.45 final=1.32 finalment=1.06 fira=-4.48 fires=-2.96 fons=-0.17 forca=0.24
formacio=-4.95 format=1.49 fotos=5.91 from=-0.29 funciona=-2.90 ganes=-3.48 gener=10.03 gent=-0.58 gerent=-1.06
gestora=2.39 gmeet=7.09 google=0.84 gos=0.44 gran=-0.01 gravar=5.20 ha=1.15 hablando=5.78 hangouts=8.07 havia=4.16
haviem=-2.41 he=0.19 hem=0.48 hi=-1.65 hibrid=-1.24 hibrida=-0.41 ho=-1.21 hola=0.50 hora=1.80 horabaixa=2.90
hores=1.18 i=-1.06 in=-3.55 inici=0.75 internet=4.61 interventora=0.90 jeje=3.10 jitsi=10.92 jitsi'=3.25 jo=0.65
joana=-3.21 joventut=2.78 juliol=1.39 junts=-2.90 justes=0.87 km=-3.83 l'=1.05 l'acord=0.06 l'ajuntament=-1.32
l'alcalde=-1.72 l'altra=-2.60 l'article=1.36 l'atencio=-2.51 l'ateneu=-0.07 l'edifici=-2.72 l'enric=2.76
l'entitat=-2.00 l'equip=-1.38 l'havia=-0.88 l'hora=3.70 l'hort=-0.83 l'oficina=-0.07 l'ordinador=0.26 l'ultima=-2.59
la=-0.49 les=-1.90 line=8.13 linia=7.28 llamada=5.11 llista=1.88 lliures=0.81 lloguer=0.38 local=-1.05 los=-4.07
lots=0.12 m=-0.99 m'han=-2.13 m'havien=-0.01 m'he=-0.82 major=-1.39 mal=0.93 malament=-0.33 mans=4.46 marta=1.11
mascareta=-6.80 mascaretes=-0.18 massa=-1.63 mateix=-3.62 mateixa=-0.09 mati=1.76 medi=2.54 meet=10.64 meitat=-3.39
menjador=0.99 mentoria=1.74 mercado=-1.05 mercat=-2.11 mercats=-0.70 mes=0.50 meu=-2.70 mi=-3.34 micro=1.82 mig=-4.46
migdia=0.14 mirant=-1.46 mirar=0.09 mitja=-0.35 mitjancant=1.12 mitjans=9.98 mobil=0.97 modalitat=4.24 model=-1.70
moli=-0.48 molt=0.52 molta=0.27 moneda=0.16 montse=-0.72 moure'm=3.91 municipi=-0.09 muntar=-1.82 muy=0.57
neteja=-1.42 ni=-0.84 ningu=-3.54 no=4.30 nomes=5.00 nos=0.56 nosaltres=6.23 nostre=1.13 nova=0.43 o=-1.68
oblidar=-1.42 obren=1.11 obrir=0.38 observacions=-0.14 ocupada=2.54 ods=0.48 oficina=-4.51 oi=3.58 ok=4.23 onlain=5.21
online=7.57 or=0.45 ordinador=6.24 pages=2.88 pagina=0.98 pantalla=6.49 parades=-1.87 parc=-0.68 parell=2.55
parlant=-2.60 parlar=-1.07 parlat=3.51 parlem=-0.97 part=-2.12 pas=-2.43 passar=0.08 passat=0.47 passeig=-3.90
passejada=-3.28 passo=-0.68 pau=0.50 peix=1.62 pel=3.07 pendent=-1.70 penjar=2.03 penjat=1.08 per=0.10 perdona=-1.47
perdoneu=1.01 pero=1.26 perque=-0.94 persona=-4.39 personal=-5.91 persones=-0.09 pesca=0.53 pescadors=1.95 peu=-1.78
pla=0.55 plantilla=1.54 plataforma=-5.95 platges=0.32 platja=1.21 plec=-0.14 plecs=0.07 plegava=1.92 plens=1.18
plovia=3.91 pluja=1.00 pobla=-0.28 poble=-3.65 pobra=1.79 poder=-2.70 podeu=2.85 podria=0.86 poligon=-0.49 por=0.19
portal=-4.72 posar=-0.90 preguntes=1.03 pres=-3.59 presen=-0.31 presencia=-1.65 presencial=-7.02 presencialment=-7.03
presencials=-4.27 presentar=-1.08 pressupost=-1.89 primer=-2.66 primera=-1.61 productors=-3.06 projecte=-1.03
promocio=-0.29 promocional=-6.31 prop=-4.37 propera=-4.95 prou=1.25 proxima=-1.98 proximitat=-1.09 pujar=-1.19
pujat=-0.10 q=5.20 quan=1.08 quant=-1.62 quarts=0.15 que=2.05 quedar=-0.28 quim=0.97 quin=0.45 quina=-1.50 rapida=1.49
rebost=0.38 recordo=-2.46 rectifico=-1.20 recursos=-6.96 regidora=-0.30 regidories=1.21 registre=-1.95 remot=17.74
remota=3.53 remoto=2.75 repas=-0.11 repassant=0.98 repassat=0.05 res=-2.78 resta=-1.65 restriccions=2.91 resum=1.98
reunio=0.20 reunions=-4.92 reunits=-1.93 revisar=0.40 revisat=-3.06 rodat=0.27 ruta=-2.40 s'ha=0.21 s'havia=-4.75
s'hi=-1.31 sa=1.32 saber=8.86 sala=-4.56 saludar=-0.29 secretaria=0.41 segona=-1.11 seguent=-2.99 seguia=-0.24
sembla=-5.93 semblar=-1.83 sempre=5.96 sense=0.92 sent=0.69 separacio=-0.20 ser=-0.51 sera=-4.31 seria=-8.48
servei=-1.74 serveis=2.15 servir=-5.32 sessio=0.05 sessions=0.46 setembre=3.42 setmana=0.34 seu=-2.89 seure=-2.97
seva=0.18 si=-2.46 signar=0.08 sino=-2.34 skype=13.94 sobre=0.04 sol=0.68 sola=6.09 solidaria=1.25 sortir=1.18
su=-6.14 subvencions=-2.07 table=0.40 tambe=0.45 tancat=1.54 tard=0.05 tarda=-0.46 targeta=-2.98 taula=-1.17
teams=9.89 tecnica=-2.12 tecniques=0.74 tecnocampus=-0.97 telecentre=-1.99 teleconferencia=6.43 telefon=10.47
telefonic=5.90 telefonica=8.11 telefonicament=7.71 telegram=4.56 telem=5.70 telematic=10.50 telematica=10.26
telematicament=13.17 telematico=5.34 telematiques=6.72 teletrobada=2.21 tema=-0.12 temes=7.00 temps=2.93 tenia=0.94
tenim=1.33 tenir=0.03 tingui=-2.03 tirar=0.19 tocava=-2.08 toni=1.92 tornat=-3.81 torno=0.06 tot=2.15 tothom=1.62
tots=1.15 trabajo=-0.99 tramits=-10.75 traves=2.36 treball=2.18 treballar=-1.26 treballat=-0.57 tren=-0.43
trobar=-1.30 trucada=12.88 trucant=4.58 trucar=9.04 trucare=-0.46 trucat=9.68 tuve=1.15 ultima=1.50 un=0.61 una=-0.43
uns=-5.56 us=-0.52 v=1.12 va=0.06 vacances=-0.41 vaig=-0.83 vam=-0.17 van=-0.33 vc=6.26 ve=-1.53 vell=-0.20
venda=-1.56 venir=-1.52 veure=1.90 via=4.99 viatge=0.09 video=5.37 videoc=3.24 videoconferencia=12.73
videocridada=4.76 videollamada=9.67 videotruc=5.89 videotrucada=10.19 vila=-0.30 vimos=-0.02 vinent=5.04 vingut=-0.70
virtual=8.45 virtualment=7.36 virtuals=5.05 viver=-0.98 volen=-2.10 voler=-3.09 volia=-2.86 voliem=3.12 volien=-0.84
web=0.88 webcam=5.08 webex=12.52 whatsapp=4.01 wifi=0.70 x=0.18 xat=0.92 xerrant=-2.54 xerrar=2.86 xoc=-1.76 y=1.35
zoom=9.15 zoom'=1.57 €=0.74 🎉=-2.02 🏛=-0.09 👍=-0.36 💻=5.85 📞=5.37 😂=1.66 🙂=1.02 🤝=-0.10
"""
