"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""

REPORT = """
BIAS=-4.79 !_LENGTH=0.19 (=0.33 )=0.44 ,=0.81 ,_COUNCIL=0.66 ,_LENGTH=0.20 ,_a=0.49 ,_al=0.41 ,_amb=0.71 ,_ja=-0.98
,_per=0.32 ,_pero=-0.18 ,_presencial=0.61 ,_quin=-1.98 ,_si=0.10 -=0.17 -_ho=0.75 .=2.03 /=-1.29 0=0.80 0_h=-0.16
0_hores=-0.12 :=0.76 :_COUNCIL=0.27 :_LENGTH=0.78 ;=1.60 ?=-2.59 ANOTHER=0.59 COUNCIL=1.29 COUNCIL_,=0.72
COUNCIL_-=0.87 COUNCIL_.=1.24 COUNCIL_:=1.10 COUNCIL_;=0.23 COUNCIL_DAY=0.42 COUNCIL_LENGTH=1.22 COUNCIL_a=0.46
COUNCIL_d'=2.34 COUNCIL_de=0.10 COUNCIL_diu=-0.13 COUNCIL_em=-0.32 COUNCIL_en=1.52 COUNCIL_encara=-0.20
COUNCIL_no=-1.37 COUNCIL_per=0.35 COUNCIL_zoom=0.16 DAY=1.97 DAY_,=0.74 DAY_/=0.50 DAY_ANOTHER=0.06 DAY_COUNCIL=1.71
DAY_HOUR=-2.63 DAY_LENGTH=0.63 DAY_a=0.07 DAY_amb=1.21 DAY_els=0.71 DAY_faig=-0.86 DAY_fare=-1.98 DAY_farem=-0.60
DAY_hem=0.16 DAY_no=-1.09 DAY_sessio=0.11 DAY_tenim=-1.51 DAY_una=1.20 DAY_vaig=-0.86 DAY_vam=0.16 LENGTH=3.40
LENGTH_!=-0.92 LENGTH_)=-0.22 LENGTH_,=0.48 LENGTH_/=0.18 LENGTH_COUNCIL=-0.45 LENGTH_DAY=-0.16 LENGTH_a=0.06
LENGTH_al=-0.54 LENGTH_d'=-1.48 LENGTH_de=-0.37 LENGTH_meet=0.20 LENGTH_per=-0.16 LENGTH_zoom=1.10 a=-0.03
a_COUNCIL=-0.57 a_DAY=-0.13 a_cara=0.38 a_l'ajuntament=0.34 a_la=0.72 ahir=-0.13 ajornat=-0.26 al=0.01 al_seu=1.46
al_telefon=-0.31 al_zoom=-1.34 amb=1.49 amb_COUNCIL=-1.76 amb_el=0.29 amb_els=0.11 anullada=-2.25 ben=-0.34 bon=-0.28
bona=0.35 cara=0.16 cara_a=0.47 com_a=-0.56 comencem_amb=-1.10 companya=-0.04 con=0.36 connectar=-0.04 corregeixo=0.21
curs_de=-3.35 d'_COUNCIL=0.41 d'_DAY=-1.72 d'_LENGTH=0.75 d'anar_a=-1.40 data=-0.24 data_amb=-0.94 de=-0.44 de_0=1.47
de_COUNCIL=-0.45 de_DAY=-1.15 de_LENGTH=-0.34 de_fer=-0.12 de_les=0.47 de_mentoria=1.75 deixar=-0.19 del=0.31
despatx=0.73 dia=-0.42 dic=-0.93 dies=0.36 dilluns=0.84 dimarts_i=-1.68 distancia=0.93 diu=-0.08 diu_que=-0.26
doncs=0.40 durada=1.03 el=-0.12 el_DAY=-0.16 ells=-0.16 els=-0.07 em=-0.97 em_proposa=-0.24 en=0.53 encara=-0.03
ens_hi=0.41 ens_trobarem=-0.03 era=0.99 eren=0.03 es_va=0.63 es_van=-0.44 esperant=-2.04 esta=-0.38 esta_de=-0.15
estar_LENGTH=-0.36 estic=-0.35 estona=0.40 exemple=-0.41 exemple_:=-1.69 factura=-0.96 faig=-1.88 familia=-2.71
fare_LENGTH=-1.52 farem=-2.85 feina=-0.77 fem=-1.28 fem_LENGTH=-0.14 fer=-0.58 fer_LENGTH=-1.26 fet=1.09 fet_la=1.69
feta=5.21 final=-1.57 fins_a=0.38 h=-1.04 h_COUNCIL=-2.01 ha=-0.25 haver=-0.04 he=-0.93 hem_estat=0.55 hem_fet=0.39
ho=-0.23 hola=0.61 hora=0.74 i=0.56 i_DAY=-0.38 i_hem=0.57 i_vam=1.07 ignora=-1.67 interna=-4.88 ja=0.01 ja_us=-0.57
jitsi=0.76 jornada_de=-1.68 ko=-0.10 l'ajuntament=0.82 l'oficina_tecnica=-2.15 la=-0.26 la_d'=0.98 la_de=0.64
la_familia=-2.42 la_presentacio=-1.36 la_sessio=-0.01 la_setmana=-0.63 la_tarda=0.36 la_xarxa=-0.36 les=-0.52
les_LENGTH=-1.66 linia=1.70 llarga=0.71 llegir=-0.78 lo_de=1.88 local=0.13 m'ha=-0.42 m'ho=-3.09 mati=1.12 meet=2.57
mentors=-0.86 mercat=0.25 meva_companya=-1.32 mi=-0.86 mira=0.36 ningu=-1.51 no=-1.35 no_les=-0.70 no_vam=-0.01
nomes=-1.41 online=2.51 ordre_del=-0.75 pam=-1.27 pam_de=-0.90 pantalla=0.14 parlat=0.04 passa=-3.33 passat=-0.42
pendent_COUNCIL=-2.92 per=-0.17 per_COUNCIL=-0.52 per_DAY=-2.59 per_a=-1.54 per_quedar=-3.42 per_teams=0.36
per_zoom=-1.13 pero=-0.70 perque=0.35 plantats=-0.53 plau=2.30 ple=-0.53 plecs=0.04 podeu_apuntar=0.96 pogut=-0.50
por=0.87 preparant=-0.80 presencial=2.96 presencial_,=-0.71 presencials=0.96 previstes=-0.03 propera_amb=-2.24
proposa=-1.10 prova=-0.43 quarts=0.18 que=-0.33 que_DAY=-0.11 que_LENGTH=-0.67 queda=-1.47 quedar=-0.05 quedat=-2.84
quedem=-0.80 quin=-0.08 quina=-0.26 recordeu=-0.41 regidora=0.01 remot=0.50 res=-1.26 reservat=-3.25 reunio=-0.20
reunio_de=-1.60 s'ha=-1.88 ser=1.34 sera=-1.43 sessio=-0.48 sessio_de=0.10 sessions=-0.02 setmana=-0.70
setmana_que=-0.53 si=-1.47 si_DAY=-1.49 si_no=0.15 si_us=0.38 skype=1.33 sobre=0.85 sol=-1.75 sola=-2.54 sortir=0.04
tarda=0.79 tarda_amb=0.19 teams=2.27 teams_,=0.73 tecnica=-0.22 telefon=2.90 telefon_amb=-0.66 telefonica=0.70
telematic=0.64 telematica=1.64 tema=0.67 tenim=-1.11 tinc=-3.15 tinc_COUNCIL=-1.72 toca=-0.89 toca_COUNCIL=-4.48
torno=-0.27 torno_a=-0.46 trobarem=-1.66 trucada=0.53 una=0.31 us=-0.16 us_dire=-0.42 us_passo=0.70 va=-0.28
va_fer=-0.31 va_ser=1.04 vaig_anar=0.19 vaig_assistir=-2.13 vaig_esperar=-0.02 vaig_fer=1.19 vaig_llegir=-0.59
vam=1.81 vam_estar=0.81 vam_fer=1.94 vam_tenir=-0.76 van_donar=-0.36 veure=0.10 videoconferencia=1.61
videollamada=0.32 videotrucada=1.86 virtual=0.94 vol=-0.26 webex=0.39 xerrada_de=-0.57 zoom=1.43 zoom_,=0.22
zoom_.=-0.44 zoom_pero=-1.44
"""

SEVERAL = """
BIAS=-8.56 !=-1.93 (=-0.14 +=1.81 ,=0.18 -=-0.22 .=-0.50 /=-0.87 0=0.47 :=0.78 COUNCIL=1.84 DAY=0.69 HOUR=-0.18
LENGTH=1.42 a=-0.88 acta=-0.99 ajuntar=2.82 al=-0.54 alhora=2.76 alla=-0.19 altra=3.92 amb=-0.67 anar=-0.28
assistents=-0.07 assumpte=-0.52 be=-1.00 bona=-0.16 botiga=-0.23 cada=4.09 cadascun=1.16 cadascuna=1.45 cafe=-0.87
casa=-0.92 clausules=-1.13 com=-0.45 con=-0.84 conjunta=6.01 cooperativa=-0.34 cooperatives=-0.33 d'=0.46 de=-1.11
del=-1.15 delete=-0.42 dia=0.76 dies=1.13 doblet=0.85 dubtes=-0.31 el=-0.98 em=-0.84 ens=-0.66 era=-0.56 estar=0.35
estuvimos=-0.10 farem=-0.50 feina=-0.21 fet=0.72 final=-1.04 from=-1.44 gent=-0.16 han=-0.10 hem=-1.12 hora=-0.57
hores=-1.15 i=2.69 ja=-0.50 jo=-3.06 juntes=2.69 junts=2.54 l'=0.27 l'ajuntament=0.85 l'ultima=-0.33 la=-0.76 les=1.49
linia=0.69 mateix=0.33 mateixa=2.08 mati=0.71 me=-0.33 meet=1.36 mercat=-0.64 mes=1.02 min=-1.42 minuts=-1.62
mitja=-1.29 n'hem=0.52 no=-2.64 o=-0.26 ok=-0.38 online=1.49 partir=1.10 per=-0.42 pero=-1.46 pico=-0.58 plecs=-0.22
plegats=1.46 poc=-0.42 por=0.10 portem=0.73 posa=-0.45 presencial=0.99 presencials=1.66 primera=-1.44 que=-1.52
queden=-0.02 respectivament=2.09 resum=1.46 reunio=-1.03 reunions=1.74 sala=-0.01 sessions=4.51 setmana=1.43
sobre=-0.04 sola=0.70 table=-1.61 tambe=3.09 tarda=2.86 tardes=1.18 teams=0.61 tecnica=-0.40 telefon=1.33
telefoniques=1.51 telematica=-0.48 telematiques=0.67 tema=-1.50 temps=-0.65 tenia=-0.29 tongades=1.52 tot=2.50
total=2.61 totes=3.90 tots=0.53 trobada=0.91 trobades=2.50 un=-1.09 uns=-0.12 va=-2.57 vam=-0.46 van=-1.37 via=-0.35
vic=-0.40 videotrucada=0.19 videotrucades=1.47 virtual=-0.05 x=-0.16 y=4.29 zoom=1.33
"""

IN_PERSON = """
BIAS=-3.50 !=-0.20 %=-1.91 (=1.14 +=0.68 ,=0.89 .=-0.87 /=1.51 0=0.37 :=-0.15 @=-0.41 ANOTHER=0.77 COUNCIL=-0.61
DAY=0.30 a=3.43 abans=0.78 acabada=-0.26 acabar=0.58 acabat=-0.55 acabo=4.55 acollir=3.67 acord=-4.58 acords=-2.92
acta=-0.72 agraria=1.21 agricola=4.58 ahir=-0.25 ai=3.59 ajuntament=2.03 ajuts=-1.08 al=3.31 alhora=-0.26 alla=4.66
allargar=2.38 als=2.89 altra=-0.98 altres=0.46 amb=-1.05 anar=2.08 anat=3.39 anava=3.97 aprofitant=4.97 apunta=-1.24
apunto=-4.66 aquest=5.41 aquesta=-2.98 aqui=4.86 ara=1.25 arribar=0.50 arribo=2.38 asseguts=3.38 asseure=0.69
atencio=-3.59 aviat=1.56 baixar=2.58 banc=0.20 banda=-2.68 bar=5.59 bbb=-2.71 biblio=2.01 biblioteca=1.83
bigbluebutton=-0.09 bon=-0.20 bones=0.16 brigada=2.13 buides=4.53 buscar=-0.86 cada=-0.43 cadascu=-6.23 cadascun=-5.66
cafe=4.49 cal=1.24 caldra=-0.48 calor=1.94 camera=-4.18 cami=3.39 caminant=4.41 camp=0.39 can=11.03 cap=0.76
cara=10.57 caritat=5.27 carpa=0.42 carregat=1.73 carrer=2.34 carretera=1.42 cas=-1.54 casa=0.31 casal=6.29 casino=2.15
castell=4.72 caure=1.25 cedir=0.50 centre=6.37 centro=2.29 circular=-0.99 clausules=-0.05 cobertura=7.72
coincidir=1.40 colze=1.71 com=-0.89 comencat=1.92 comerciants=-3.69 comercos=1.88 compartida=-0.11 compra=3.39
compta=10.05 comptant=0.17 compten=0.07 comunico=-0.23 con=0.69 conduir=-3.89 confraria=1.30 connectada=-7.86
connectar=-5.25 connectat=-2.01 connectats=-6.22 connexio=-2.47 consistori=3.95 consta=-2.55 consum=-0.31
contractacio=-1.77 contractes=-1.30 convertir=-6.78 convidat=-3.92 convocatoria=-1.81 cooperatiu=2.17
cooperatives=-1.34 cop=2.47 correu=6.01 cosa=5.03 costava=-2.59 cotxe=1.71 coworking=2.13 cuina=-11.95 cultura=2.32
cures=-0.60 curs=0.90 d'actes=2.96 d'adults=2.81 d'alcaldia=1.18 d'anar=-4.42 d'arribar=0.39 d'atencio=-6.59
d'empreses=2.40 d'en=2.44 d'esperar=0.45 d'habitatge=-1.63 d'hisenda=0.83 d'intervencio=-1.34 d'obra=-1.97
d'ocupacio=0.43 d'un=0.58 dalt=1.54 davant=4.60 de=-0.01 decidir=-1.51 dedicar=-6.49 deixar=0.87 deixat=-1.24
deixen=-2.39 deixo=2.59 dema=-0.33 demanar=-3.31 demanda=-1.69 des=-6.32 despatx=3.96 despres=-0.40 detall=-4.79
dia=0.45 dies=0.45 dijous=0.39 dilluns=-1.59 dimarts=3.83 dinamitzacio=1.40 dinar=5.01 dinat=4.89 dins=1.08 dir=-1.17
directe=3.46 dissabte=0.19 dist=-2.01 distancia=-6.48 dit=0.28 diu=-1.20 divendres=-2.14 document=-2.21 donar=0.23
doncs=1.38 drets=3.75 drive=-3.89 dubtes=-0.62 durada=-0.50 economia=0.01 el=0.51 ella=-5.21 ells=-5.77 els=0.20
em=2.72 en=2.69 encara=-2.01 endavant=-1.18 ens=2.31 ensenyar=0.87 entrar=-2.74 entre=1.91 entrevistes=-0.24
enviar=-2.94 enviare=1.31 equivocar=-5.65 equivocat=-1.97 era=0.35 erem=2.27 eren=-0.95 error=0.11 es=-0.87
esmorzar=7.96 espai=-0.97 esperar=0.60 esta=-0.34 estan=-2.79 estar=-0.55 estrategic=-1.70 estuve=2.85 estuvimos=1.62
euros=-2.87 exemples=-3.42 expressament=4.37 f=5.88 fa=1.40 fabrica=2.63 fallava=2.31 faltar=-2.96 faltava=-0.35
falten=-4.12 families=-1.23 farem=-3.33 feina=1.56 fem=-0.64 fer=-0.49 festa=0.21 fet=0.30 fetes=0.31 final=-2.90
finestres=6.59 fins=0.30 fira=-0.06 fisicament=1.91 fons=-0.90 formacio=-6.34 format=-2.27 fos=-1.28 fotos=-4.80
fresca=0.97 fui=1.87 fundacio=4.04 futbol=1.83 gaire=2.64 ganes=-4.92 garcia=0.62 gastar=-0.30 gent=2.12 gerent=1.03
gmeet=-3.12 gra=-4.58 grup=-1.07 guio=1.68 gust=-1.82 h=1.65 ha=-3.41 hablando=-2.76 hangouts=-0.82 haver=-0.55
havia=-1.55 haviem=6.16 he=2.15 hem=1.01 hi=1.79 hibrida=-0.45 ho=-0.99 hola=0.77 hora=-0.27 hores=-0.41 huertos=2.43
i=-0.18 igualment=5.72 in=6.45 indicadors=-1.25 internet=-4.45 interventora=0.44 ja=-1.81 jardins=2.22 jitsi=-6.51
jo=-0.87 joana=3.58 joventut=-4.74 juliol=-1.34 juntes=2.22 juny=3.16 km=6.71 l'acta=-2.08 l'agenda=4.60
l'ajuntament=3.02 l'alcalde=1.20 l'alcaldessa=0.85 l'altra=-1.43 l'area=0.27 l'arquitecte=1.61 l'arxiu=1.98
l'edifici=7.23 l'enric=-6.41 l'entitat=3.60 l'equip=4.63 l'escola=1.51 l'escorxador=2.84 l'espai=5.72 l'estacio=2.25
l'estiu=-1.84 l'estudi=-0.59 l'exemple=4.66 l'hem=-0.22 l'hotel=2.30 l'institut=3.46 l'octubre=-1.14 l'oficina=1.98
l'ordinador=-2.76 la=0.71 les=0.53 li=-6.01 limit=-2.33 line=-3.87 linia=-8.33 llarga=-3.13 llei=-2.67 lliure=-2.27
lloc=2.99 lloret=0.05 llotja=3.09 llum=-1.26 local=0.49 los=2.73 lots=0.52 m'havien=8.41 m'he=1.30 m'hi=3.23 ma=2.13
major=-1.24 mampares=3.28 manera=1.77 mapa=-0.05 mar=1.68 marato=1.35 maria=0.38 marxar=0.65 mas=2.02 mascareta=12.01
mascaretes=-0.80 masia=0.18 mateix=4.94 mateixa=9.43 mati=1.94 me=1.81 me'n=-3.41 meet=-9.73 meitat=-2.00
mentoria=-1.81 menys=-0.28 mercado=3.30 mercat=1.19 mes=-0.91 metres=6.15 meva=2.22 mig=-3.24 minuts=0.73 mira=3.10
mirant=1.52 mirar=1.21 mireia=-6.22 mitges=-5.43 mitja=0.28 mitjans=-4.31 mobil=-3.56 modalitat=-0.39 moli=2.81
molt=-1.38 moltes=1.92 molts=-0.59 montse=-0.75 mos=0.08 moure'm=-2.84 municipal=0.31 municipi=-0.32 museu=3.80
nau=4.81 neapolis=2.59 neu=2.08 ningu=6.58 no=-3.29 nos=1.38 nostra=0.99 nostre=1.74 nova=2.70 num=0.20 numero=1.54
numeros=-0.44 nuria=-4.31 o=-0.30 obrador=-1.66 obres=-2.07 observacions=-1.83 oficina=4.71 oficines=3.56 oi=-0.47
omplir=3.65 online=-5.12 ordenanca=-0.30 ordinador=-1.98 paciencia=-0.96 paeria=3.89 pantalla=-8.00 parades=1.66
paradistes=4.15 parar=-4.42 parc=3.94 parlant=0.38 parlar=-3.57 parlat=-0.63 part=-1.50 partida=-0.55 pas=5.00
passar=-3.05 passare=1.45 passat=0.05 passeig=-0.42 passejada=2.11 passejant=3.30 pati=1.75 pau=1.43 pel=2.20
penjada=-1.29 perdona=-0.48 perdoneu=-1.50 pere=-0.11 pero=-1.52 perque=1.03 persona=3.80 persones=0.82 pesca=0.85
peu=0.13 pla=-0.89 placa=0.84 planta=0.36 plataforma=-1.47 ple=-2.37 plec=-0.15 plegats=3.22 plegavem=0.40 plens=1.94
plovia=-6.21 poble=2.10 poca=-8.54 podeu=2.46 pont=-3.73 porta=0.40 portatil=-8.57 porxos=0.30 posa'm=0.42 posar=-6.74
post=0.10 preguntes=-1.33 preparar=-1.44 preparats=-1.23 pres=9.42 presen=6.39 presencia=1.95 presencial=8.35
presencialment=9.99 presencials=6.88 presentat=-2.71 pressa=-2.00 pressupost=-2.15 primera=2.20 projecte=-3.70
promocio=4.20 prop=5.43 propera=-4.65 proxima=-11.23 publica=-0.87 pujada=5.27 pujar=3.64 pujat=0.89 que=-1.41
queda=2.55 quedar=3.10 queden=-1.09 quina=-0.08 rambla=0.10 rapida=-0.60 rebre=-1.84 redessa=0.13 regidor=-0.29
regidora=1.43 regidoria=-0.64 regidors=-0.49 reglament=-3.29 remot=-9.67 remoto=-2.93 repassar=-3.88 res=0.75
resta=-2.85 restriccions=-0.43 retorn=-0.29 reunio=0.19 revisar=-2.92 riu=2.58 rotllana=2.23 s'havia=2.37 sa=-5.64
saber=-3.07 sala=2.90 sant=0.30 se=0.68 secretaria=-1.54 segona=-1.62 sense=4.24 sent=-3.86 separacio=3.78 ser=0.48
sera=2.66 servei=3.68 servir=4.93 sessio=0.43 setembre=-4.18 seu=3.90 seure=2.35 seva=1.41 skype=-10.75 sobre=1.95
soler=1.46 son=-1.47 sort=-1.47 sortir=-5.87 sota=5.95 su=1.86 subvencio=0.91 tambe=-0.90 tancament=-4.00 tancar=-1.22
tard=-0.42 tarda=-0.25 tardor=-8.41 taula=1.10 teams=-9.36 teatre=1.58 tecnic=0.52 tecnica=1.57 tecnics=0.17
tecnocampus=6.24 telefon=-9.55 telefonic=-2.57 telefonica=-7.49 telefonicament=-5.94 telegram=-4.43 telematic=-9.51
telematica=-9.95 telematicament=-5.40 telematico=-5.61 telematiques=-1.79 teletreball=-4.69 teletreballen=-12.38
tema=-2.08 temes=-6.44 temps=-0.87 tenen=-3.73 tenir=-1.59 tercera=0.63 tinc=-1.25 tindre=-4.27 tocades=-1.32
tocava=3.29 toni=0.26 torna=-10.79 tornada=1.16 tornar=1.82 tornat=1.55 torno=-2.08 torrons=0.36 tot=-1.33 tots=-0.62
trabajo=4.43 traves=-3.09 treball=-1.83 treballar=-1.70 tren=0.05 trigar=-4.99 trobada=2.00 trobar=0.30 trucada=-7.34
trucant=-2.62 trucar=-5.59 trucat=-8.90 tu=1.69 turisme=0.99 ultima=-0.73 umbert=1.96 un=-0.06 una=0.18 uns=-1.14
us=0.04 va=-0.01 vaig=3.54 vam=0.66 van=-0.74 vapor=4.41 vc=-0.24 ve=-3.32 vegada=-1.89 vell=4.88 vella=2.68
venda=2.57 venir=3.73 vermut=2.90 vesprada=2.25 vespre=-0.26 veure=-1.18 veurem=-10.28 vi=0.65 via=-0.17 vicenc=1.12
video=-2.77 videoconferencia=-10.99 videollamada=-8.15 videotrucada=-10.18 vila=2.67 vimos=0.94 vingut=6.68
vinieron=0.57 virtual=-7.02 virtualment=-4.36 visita=4.40 visitar=0.16 vist=-0.42 viu=-0.38 viver=0.21 voldrien=-0.13
volen=-4.24 volia=-0.89 voliem=-8.45 volien=3.00 voltant=4.87 voltes=-0.03 vora=3.04 web=-2.72 webcam=-0.81
webex=-6.93 whatsapp=-0.39 xat=-1.85 xerrant=-2.48 y=-0.74 zoom=-6.35 😊=2.60
"""

REMOTE = """
BIAS=-3.70 #=-1.50 %=-0.98 '=0.90 )=0.14 ,=-0.91 -=2.60 .=0.70 /=0.65 0=0.48 :=-0.62 ;=0.38 ==0.10 ?=-1.70
ANOTHER=0.41 COUNCIL=-0.86 DAY=1.79 HOUR=1.77 LENGTH=0.48 a=-2.32 abans=1.93 acabada=-1.84 acabar=-0.29 acta=0.09
afegir=2.14 agricola=-0.92 ahir=-0.32 ajuntament=-1.98 al=-1.48 alhora=-1.93 alla=-5.23 allegacions=5.70 als=-2.72
altra=0.48 altres=-5.16 amb=0.22 anar=-3.49 anat=-0.49 anava=-3.27 aprofitant=-0.12 apunta=-0.57 apuntat=2.47
apunto=-0.53 aquest=-3.09 aquesta=6.20 aqui=-3.38 ara=3.80 asseguts=-1.15 assessorament=3.76 atencio=-2.33 aula=-4.44
avancar=0.07 avui=-0.89 baixar=-0.84 banda=1.38 bar=-2.22 barri=0.12 bases=-0.01 bbb=9.93 be=0.63 benvolguts=2.61
biblioteca=-3.90 bici=-1.92 bicis=2.73 bigbluebutton=6.56 bon=1.00 bona=1.70 bones=0.81 bordant=4.25 botiga=-4.37
botiguers=1.08 botigues=-6.82 brigada=-4.79 bus=-0.72 cadascu=7.33 cadascun=7.64 cafeteria=-1.66 cal=-0.14
calendari=2.58 camera=8.92 can=-1.86 canvi=-1.74 canviar=0.91 cap=0.50 cara=-6.76 cares=0.20 caritat=-4.46
carretera=-0.23 casa=1.83 casal=-8.68 casino=-1.05 cataleg=0.32 caure=-0.52 central=-0.02 centre=1.31 centro=-2.15
circular=0.07 cistella=-1.96 civic=-1.48 civico=-0.07 clar=-2.56 com=-1.41 comencada=-1.53 comencar=0.32 comerc=1.00
comerciants=-3.46 compra=-0.76 compras=-1.04 compres=-0.45 compta=-7.37 comptes=-1.12 con=1.38 concejal=-0.83
conferencia=2.46 confinada=0.90 confirmar=-3.24 congelava=5.17 connectada=1.06 connectades=0.32 connectar=4.13
connectat=6.64 connectats=1.71 connexio=7.13 consistori=-3.13 consultora=0.73 consum=0.08 contacte=0.26 contents=6.41
contractat=2.82 contracte=-2.69 contractes=0.65 convertir=0.75 cooperatiu=0.41 cooperativa=1.33 cooperatives=-1.04
corregeixo=-2.85 cosa=1.09 costat=-0.25 cotxe=-1.92 coworking=1.94 crec=-6.45 cuina=2.82 cultural=-1.62 cures=0.58
d=-0.13 d'=-0.14 d'abans=-0.51 d'actors=0.05 d'altres=-0.31 d'assessorament=1.37 d'atencio=-6.14 d'economia=0.02
d'enllac=0.77 d'habitatge=-1.63 d'skype=4.04 data=-0.05 de=0.07 dedicar=2.78 deia=-2.46 deixar=2.55 deixat=-0.39
del=-0.03 delete=-0.09 dema=-0.10 des=1.93 desembre=0.45 despatx=-2.73 despres=-0.83 deures=5.03 dia=0.48 dic=-2.28
dies=4.08 digital=-4.70 dijous=0.52 dimarts=-0.02 dimecres=1.72 dins=-0.55 dir=0.69 dire=1.84 directe=-0.11 dist=6.86
distancia=9.30 dit=-3.55 diu=-0.49 dona=1.77 donar=-0.25 donat=-1.74 doncs=1.00 drop=0.44 durada=-0.93 durant=0.68
durar=0.13 durat=-3.50 economia=0.23 economica=-0.28 el=0.03 electronica=-2.72 ella=6.54 ells=4.76 els=-0.17 em=0.58
empenta=-0.20 emprenedors=-1.04 en=0.83 encara=-1.51 energetica=1.46 enllac=5.49 ens=-1.90 ensenyar=-4.75
entitats=-2.81 entrar=3.80 entre=-3.15 enviar=3.21 envio=-0.71 era=-2.39 eren=-2.14 error=-0.58 es=0.32 escolar=1.73
escric=-1.64 esmorzar=-2.37 esta=0.73 estar=0.25 estat=1.74 estatuts=-0.47 estava=1.85 estuve=-1.23 estuvimos=-0.41
exemple=0.33 expedient=0.13 explicar=2.43 explicat=-1.45 f=-1.13 faig=-1.21 fallava=-2.18 falta=-2.27 faltava=-0.26
fan=-0.11 farem=-4.13 fatal=0.75 feiem=0.15 feien=2.19 feina=-0.26 fem=-2.78 fent=0.08 fer=1.13 festa=0.41 fet=0.70
final=0.49 finalment=1.09 fira=-4.30 fires=-2.98 forca=0.14 formacio=-5.03 format=1.67 fotos=5.91 from=-0.28
funciona=-3.05 ganes=-3.48 gener=10.19 gent=-0.39 gerent=-1.13 gestora=2.37 gmeet=7.14 google=0.91 gos=0.25 gran=-0.13
gravar=2.91 ha=0.86 hablando=5.79 hangouts=7.94 haver=0.62 havia=4.27 haviem=-2.21 he=0.04 hem=0.27 hi=-1.64
hibrid=-1.42 hibrida=-0.42 ho=-1.11 hola=0.76 hora=2.11 horabaixa=2.90 hores=0.85 horts=0.07 i=-0.97 in=-3.67
internet=4.58 interventora=0.84 jeje=2.90 jitsi=10.93 jitsi'=3.38 jo=0.98 joana=-1.75 joventut=2.82 juliol=1.15
junts=-3.87 justes=0.97 km=-3.85 l'=1.00 l'acta=0.02 l'ajuntament=-1.61 l'alcalde=-1.53 l'altra=-2.56 l'anterior=-4.22
l'article=1.96 l'atencio=-1.75 l'edifici=-2.21 l'enllac=2.16 l'enric=2.75 l'entitat=-0.98 l'equip=-1.37 l'havia=-0.95
l'hora=3.71 l'hort=-0.61 l'hotel=-0.32 l'oficina=-0.16 l'ordinador=0.35 l'ultima=-2.58 la=-0.62 les=-1.71 line=7.93
linia=7.29 llamada=5.28 llista=2.39 lliures=0.78 lloc=0.07 lloguer=0.29 lo=0.12 local=-1.10 los=-4.32 lots=0.38
m=-0.89 m'han=-2.05 m'havien=-0.75 m'he=-0.90 major=-1.33 majos=0.80 mal=0.70 malament=-0.22 mans=4.32 mantenir=0.33
marta=1.42 mascareta=-6.74 mascaretes=-0.27 massa=-1.43 mateix=-3.51 mateixa=-2.03 mati=1.80 medi=2.19 meet=10.77
meitat=-3.43 menjador=0.93 mentoria=1.66 mercado=-1.34 mercat=-2.05 mercats=-0.59 mes=0.67 metres=-0.65 meu=-2.89
mi=-3.44 micro=2.85 mig=-4.46 migdia=0.07 mirant=-1.63 mirar=0.53 mitja=-0.43 mitjancant=13.34 mitjans=11.73
mobil=0.69 modalitat=4.57 model=-1.79 moli=-0.52 molt=0.62 molta=0.26 moneda=0.32 montse=-0.65 moure'm=4.15
muntar=-2.19 neteja=-1.38 ni=-0.64 ningu=-3.57 no=4.23 nomes=4.88 nos=0.88 nosaltres=6.77 nostre=0.66 nova=0.51
o=-1.62 oblidar=-1.49 obre=0.37 obren=1.13 obrir=0.69 observacions=-0.20 ocupada=3.09 ods=0.48 oficina=-7.40 oi=3.54
ok=4.32 onlain=5.23 online=7.65 or=0.58 ordinador=6.77 pages=2.28 pagina=1.29 pantalla=6.48 parades=-1.53 parc=-0.99
parell=2.91 parlant=-2.61 parlar=-1.09 parlat=3.67 parlem=-0.96 part=-2.21 pas=-2.40 passat=0.53 passeig=-4.06
passejada=-3.41 passo=-0.45 pau=0.46 peix=1.72 pel=3.20 pendent=-1.72 penjar=1.46 penjat=1.18 per=0.09 perdona=-1.29
perdoneu=1.51 pero=0.73 perque=-0.60 persona=-4.49 personal=-5.83 pesca=0.56 pescadors=2.21 peu=-2.27 pilar=0.29
pla=0.71 plantilla=1.28 plataforma=-5.70 platges=0.42 platja=1.74 plec=-0.01 plecs=0.11 plegava=0.75 plens=1.06
plovia=4.26 pluja=1.04 pobla=-0.06 pobra=2.85 poder=-2.52 podeu=3.37 podria=1.00 poligon=-2.26 por=0.82 portal=-4.78
posar=-0.87 post=-0.71 preguntes=1.01 pres=-3.53 presen=-0.29 presencia=-1.75 presencial=-7.02 presencialment=-8.24
presencials=-4.46 presentar=-0.46 pressupost=-1.77 primer=-2.34 primera=-1.56 productors=-3.16 projecte=-1.07
promocio=-0.27 promocional=-6.34 prop=-2.79 propera=-4.74 prou=0.71 proxima=-1.35 proximitat=-0.80 public=-0.03
pujar=-1.29 pujat=-0.09 q=4.87 quan=1.04 quant=-1.43 quarts=0.11 que=1.86 quedar=-0.70 quim=0.92 quin=0.24 quina=-1.51
rapida=1.37 rebost=0.91 recordo=-2.44 rectifico=-1.04 recursos=-6.96 regidora=-0.24 regidories=2.04 registre=-1.88
remot=17.28 remota=3.47 remoto=3.23 repas=-0.54 repassant=0.89 res=-2.61 resta=-1.57 restriccions=3.36 resum=0.25
reunio=0.10 reunions=-3.85 reunits=-2.13 revisar=0.43 revisat=-3.06 rodat=1.26 ruta=-2.45 s'ha=0.07 s'havia=-4.26
s'hi=-1.23 sa=1.24 saber=7.52 sala=-4.68 saludar=-0.71 se'ls=4.71 secretaria=0.27 segona=-1.17 seguent=-2.85
seguia=-0.74 sembla=-5.53 semblar=-1.64 sempre=4.15 sense=0.76 sent=1.14 ser=-0.43 sera=-4.51 seria=-7.74 servei=-1.44
serveis=2.69 servir=-5.42 sessio=0.13 sessions=0.67 setembre=3.15 setmana=0.24 seu=-3.06 seure=-2.31 seva=0.26
si=-2.72 sino=-2.16 skype=13.53 sobre=0.08 sol=0.63 sola=6.11 solidaria=1.46 sortir=1.50 su=-3.64 subvencions=-2.13
table=0.51 taller=-0.04 talls=0.07 tambe=0.20 tancat=0.38 tard=0.20 tarda=-0.27 targeta=-3.05 taula=-1.29
tauletes=-0.07 teams=9.97 tecnica=-2.07 tecniques=0.91 tecnocampus=-0.88 telecentre=-2.23 teleconferencia=6.49
telefon=10.50 telefonic=5.66 telefonica=7.72 telefonicament=7.74 telegram=4.66 telem=5.77 telematic=10.36
telematica=10.31 telematicament=12.94 telematico=7.02 telematiques=6.71 teletrobada=2.26 tema=-0.42 temes=6.91
temps=2.98 tenia=0.06 tenim=1.30 tenir=0.04 tindre=2.44 tingui=-2.04 tirar=2.34 tocava=-1.49 toni=1.63 tornat=-3.35
tot=1.95 tothom=2.54 tots=1.08 trabajo=-0.46 tramits=-10.54 traves=3.07 treball=2.20 treballar=-0.99 treballat=-0.44
tren=-0.26 trigar=-0.30 trobar=-2.47 trucada=12.97 trucant=4.00 trucar=9.48 trucare=-0.56 trucat=9.51 tuve=1.27
ultima=3.09 un=0.42 una=-0.42 uns=-5.49 us=-0.77 v=1.02 vacances=-0.19 vaig=-1.07 vam=-0.32 van=-0.40 vc=6.28 ve=-1.44
vell=-0.32 venda=-1.59 venir=-1.86 veure=1.95 via=4.86 viatge=0.17 video=5.37 videoc=3.67 videoconferencia=12.83
videocridada=4.74 videollamada=9.49 videotruc=5.92 videotrucada=10.23 videotrucades=-0.17 vila=-0.53 vimos=-0.35
vinent=5.10 vingut=-0.70 virtual=8.42 virtualment=7.62 virtuals=4.80 viver=-1.01 volen=-2.16 voler=-3.25 volia=-3.06
voliem=4.53 volien=-1.37 web=1.13 webcam=5.15 webex=12.73 whatsapp=4.09 wifi=0.70 x=0.16 xat=0.50 xerrant=-2.42
xerrar=2.74 xoc=-1.81 y=1.43 zoom=9.12 zoom'=1.40 €=0.80 🎉=-1.78 🏛=-0.12 👍=-0.30 💻=5.85 📞=5.35 😂=1.76 🙂=0.94 🤝=-0.13
"""
