"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""

REPORT = """
BIAS=-4.80 !_LENGTH=0.19 (=0.33 )=0.44 ,=0.80 ,_COUNCIL=0.67 ,_LENGTH=0.20 ,_a=0.50 ,_al=0.41
,_amb=0.73 ,_ja=-1.00 ,_per=0.32 ,_pero=-0.17 ,_presencial=0.61 ,_quin=-1.97 ,_si=0.11 -=0.17
-_ho=0.74 .=2.03 /=-1.29 0=0.80 0_h=-1.05 0_hores=-0.12 :=0.76 :_COUNCIL=0.27 :_LENGTH=0.77 ;=1.60
?=-2.59 ANOTHER=0.59 COUNCIL=1.30 COUNCIL_,=0.71 COUNCIL_-=0.87 COUNCIL_.=1.23 COUNCIL_:=1.10
COUNCIL_;=0.22 COUNCIL_DAY=0.42 COUNCIL_LENGTH=1.20 COUNCIL_a=0.45 COUNCIL_d'=2.33 COUNCIL_de=0.05
COUNCIL_em=-0.31 COUNCIL_en=1.50 COUNCIL_encara=-0.22 COUNCIL_no=-1.37 COUNCIL_per=0.34
COUNCIL_zoom=0.14 DAY=1.96 DAY_,=0.75 DAY_/=0.51 DAY_ANOTHER=0.07 DAY_COUNCIL=1.74 DAY_HOUR=-2.63
DAY_LENGTH=0.63 DAY_a=0.07 DAY_amb=1.21 DAY_els=0.71 DAY_faig=-0.86 DAY_fare=-1.98 DAY_farem=-0.61
DAY_hem=0.16 DAY_no=-1.09 DAY_sessio=0.11 DAY_tenim=-1.51 DAY_una=1.19 DAY_vaig=-0.84 DAY_vam=0.16
LENGTH=3.41 LENGTH_!=-0.91 LENGTH_)=-0.24 LENGTH_,=0.48 LENGTH_/=0.17 LENGTH_COUNCIL=-0.45
LENGTH_DAY=-0.15 LENGTH_a=0.05 LENGTH_al=-0.55 LENGTH_d'=-1.45 LENGTH_de=-0.40 LENGTH_meet=0.20
LENGTH_per=-0.17 LENGTH_zoom=1.09 a=-0.02 a_COUNCIL=-0.58 a_DAY=-0.13 a_l'ajuntament=0.33 a_la=0.72
ahir=-0.13 ajornat=-0.27 al=0.01 al_seu=1.46 al_telefon=-0.31 al_zoom=-1.37 amb=1.49
amb_COUNCIL=-1.75 amb_el=0.27 amb_els=0.11 anullada=-2.25 ben=-0.35 bon=-0.28 bona=0.35 cara=0.44
cara_a=0.55 com_a=-0.57 comencem_amb=-1.10 companya=-0.04 con=0.37 connectar=-0.04 corregeixo=0.21
curs_de=-3.36 d'_COUNCIL=0.41 d'_DAY=-1.71 d'_LENGTH=0.74 d'anar_a=-1.42 data=-0.24 data_amb=-0.95
de=-0.43 de_0=1.47 de_COUNCIL=-0.47 de_DAY=-1.13 de_LENGTH=-0.35 de_fer=-0.14 de_les=0.52
de_mentoria=1.75 deixar=-0.18 del=0.31 despatx=0.73 dia=-0.42 dic=-0.92 dies=0.35 dilluns=0.84
dimarts_i=-1.67 distancia=0.92 diu_que=-0.48 doncs=0.38 durada=1.03 el=-0.12 el_DAY=-0.16 ells=-0.16
els=-0.07 em=-0.97 em_proposa=-0.02 en=0.53 encara=-0.03 ens_hi=0.39 era=0.99 eren=0.03 es_va=0.62
es_van=-0.44 esperant=-2.04 esta=-0.38 esta_de=-0.13 estar_LENGTH=-0.37 estic=-0.34 estona=0.40
exemple=-0.42 exemple_:=-1.70 factura=-0.97 faig=-1.88 familia=-3.44 fare_LENGTH=-1.53 farem=-2.83
feina=-0.76 fem=-1.26 fem_LENGTH=-0.16 fer=-0.56 fer_LENGTH=-1.27 fet=1.09 fet_la=1.69 feta=5.21
final=-1.58 fins_a=0.37 h=-0.15 h_COUNCIL=-2.01 ha=-0.24 haver=-0.02 he=-0.93 hem_estat=0.55
hem_fet=0.41 hi=0.01 ho=-0.24 hola=0.60 hora=0.75 i=0.56 i_DAY=-0.39 i_hem=0.57 i_vam=1.07
ignora=-1.67 interna=-4.89 ja=0.03 ja_us=-0.57 jitsi=0.76 jornada_de=-1.67 ko=-0.11
l'ajuntament=0.83 l'oficina_tecnica=-2.16 la=-0.27 la_d'=0.98 la_de=0.65 la_familia=-1.68
la_presentacio=-1.37 la_sessio=-0.02 la_setmana=-0.64 la_tarda=0.37 la_xarxa=-0.35 les=-0.53
les_LENGTH=-1.75 linia=1.70 llarga=0.71 llegir=-0.30 lo_de=1.89 local=0.12 m'ha=-0.41 m'ho=-3.09
mati=1.12 meet=2.56 mentors=-0.85 mercat=0.25 meva_companya=-1.31 mi=-0.86 mira=0.37 ningu=-1.52
no=-1.34 no_les=-0.69 no_vam=-0.02 nomes=-1.42 online=2.51 ordre_del=-0.75 pam=-0.69 pam_de=-1.45
pantalla=0.14 parlat=0.04 passa=-3.35 passat=-0.43 pendent_COUNCIL=-2.92 per=-0.17 per_COUNCIL=-0.53
per_DAY=-2.60 per_a=-1.55 per_quedar=-3.41 per_teams=0.34 per_zoom=-1.15 pero=-0.70 perque=0.36
plantats=-0.54 plau=2.14 ple=-0.52 plecs=0.04 podeu_apuntar=0.99 pogut=-0.50 por=0.86
preparant=-0.80 presencial=2.96 presencial_,=-0.71 presencials=0.80 propera_amb=-2.26 proposa=-1.34
prova=-0.43 quarts=0.19 que=-0.34 que_DAY=-0.11 que_LENGTH=-0.67 queda=-1.47 quedar=-0.06
quedat=-2.85 quedem=-0.80 quin=-0.10 quina=-0.25 recordeu=-0.41 regidora=0.02 remot=0.50 res=-1.26
reservat=-3.24 reunio=-0.19 reunio_de=-1.61 s'ha=-1.87 ser=1.33 sera=-1.42 sessio=-0.48
sessio_de=0.10 sessions=-0.02 setmana=-0.69 setmana_que=-0.53 si=-1.48 si_DAY=-1.49 si_no=0.14
si_us=0.49 skype=1.33 sobre=0.85 sol=-1.74 sola=-2.55 sortir=0.06 tarda=0.79 tarda_amb=0.20
teams=2.28 teams_,=0.74 tecnica=-0.22 telefon=2.90 telefon_amb=-0.65 telefonica=0.71 telematic=0.64
telematica=1.64 tema=0.67 tenim=-1.11 tinc=-3.15 tinc_COUNCIL=-1.71 toca=-0.91 toca_COUNCIL=-4.45
torno=-0.27 torno_a=-0.42 trobarem=-1.68 trucada=0.54 una=0.31 us=-0.15 us_dire=-0.41 us_passo=0.70
us_plau=0.07 va=-0.28 va_fer=-0.32 va_ser=1.05 vaig_anar=0.18 vaig_assistir=-2.14 vaig_esperar=-0.01
vaig_fer=1.18 vaig_llegir=-1.08 vam=1.82 vam_estar=0.80 vam_fer=1.95 vam_tenir=-0.76 van_donar=-0.36
veure=0.10 videoconferencia=1.61 videollamada=0.33 videotrucada=1.86 virtual=0.94 vol=-0.27
webex=0.39 xerrada_de=-0.57 zoom=1.44 zoom_,=0.23 zoom_.=-0.44 zoom_pero=-1.43
"""

SEVERAL = """
BIAS=-8.55 !=-1.93 (=-0.14 +=1.82 ,=0.18 -=-0.22 .=-0.50 /=-0.87 0=0.48 :=0.79 COUNCIL=1.83 DAY=0.69
HOUR=-0.18 LENGTH=1.41 a=-0.90 acta=-0.99 ajuntar=2.84 al=-0.53 alhora=2.76 alla=-0.15 altra=3.93
amb=-0.66 anar=-0.28 assistents=-0.07 assumpte=-0.52 be=-0.99 bona=-0.12 botiga=-0.23 cada=4.09
cadascun=1.18 cadascuna=1.47 cafe=-0.87 casa=-0.92 clausules=-1.13 com=-0.45 con=-0.84 conjunta=6.00
cooperativa=-0.33 cooperatives=-0.33 d'=0.46 de=-1.10 del=-1.15 delete=-0.46 dia=0.76 dies=1.13
doblet=0.86 dubtes=-0.31 el=-0.98 em=-0.81 ens=-0.78 era=-0.56 estar=0.35 estuvimos=-0.10
farem=-0.49 feina=-0.21 fet=0.72 final=-1.04 from=-1.40 gent=-0.18 h=-0.01 han=-0.09 hem=-1.11
hora=-0.57 hores=-1.16 i=2.69 ja=-0.50 jo=-3.06 juntes=2.70 junts=2.56 l'=0.27 l'ajuntament=0.87
l'ultima=-0.33 la=-0.76 les=1.51 linia=0.69 mateix=0.36 mateixa=2.07 mati=0.71 me=-0.34 meet=1.36
mercat=-0.63 mes=1.02 min=-1.43 minuts=-1.62 mitja=-1.28 n'hem=0.51 no=-2.64 o=-0.27 ok=-0.38
online=1.49 partir=1.10 per=-0.42 pero=-1.46 pico=-0.58 plecs=-0.22 plegats=1.46 poc=-0.40 por=0.10
portem=0.73 posa=-0.45 presencial=0.99 presencials=1.62 primera=-1.44 que=-1.52 queden=-0.02
respectivament=2.14 resum=1.46 reunio=-1.00 reunions=1.74 sessions=4.51 setmana=1.42 sobre=-0.04
sola=0.69 table=-1.61 tambe=3.09 tarda=2.86 tardes=1.18 teams=0.61 tecnica=-0.39 telefon=1.33
telefoniques=1.49 telematica=-0.49 telematiques=0.66 tema=-1.50 temps=-0.65 tenia=-0.32
tongades=1.50 tot=2.49 total=2.61 totes=3.90 tots=0.52 trobada=0.90 trobades=2.49 un=-1.09 uns=-0.13
va=-2.58 vam=-0.45 van=-1.51 venir=0.09 via=-0.35 vic=-0.40 videotrucada=0.18 videotrucades=1.47
virtual=-0.06 x=-0.16 y=4.29 zoom=1.33
"""

IN_PERSON = """
BIAS=-3.52 !=-0.23 %=-1.93 (=1.14 +=0.68 ,=0.89 .=-0.88 /=1.51 0=0.38 :=-0.15 @=-0.41 ANOTHER=0.78
COUNCIL=-0.59 DAY=0.31 HOUR=0.03 a=3.42 abans=0.76 acabada=-0.23 acabar=0.57 acabat=-0.54 acabo=4.52
acollir=3.68 acord=-4.56 acords=-2.91 acta=-0.75 agraria=1.22 agricola=4.60 ahir=-0.17 ai=3.59
ajuntament=2.04 ajuts=-1.09 al=3.30 alhora=-0.25 alla=4.67 allargar=2.40 als=2.87 altra=-0.97
altres=0.46 amb=-1.05 anar=2.09 anat=3.39 anava=3.99 aprofitant=4.96 apunta=-1.24 apunto=-4.66
aquest=5.37 aquesta=-3.04 aqui=4.84 ara=1.24 arribar=0.49 arribo=2.43 asseguts=3.38 asseure=0.71
atencio=-3.59 aviat=1.53 baixar=2.58 banc=0.20 banda=-2.70 bar=5.63 bbb=-2.69 biblio=2.03
biblioteca=1.83 bigbluebutton=-0.09 bon=-0.19 bones=0.18 brigada=2.11 buides=4.56 buscar=-0.81
cada=-0.44 cadascu=-6.27 cadascun=-5.69 cafe=4.51 cal=1.25 caldra=-0.47 calor=1.96 camera=-4.18
cami=3.40 caminant=4.40 camp=0.39 can=10.96 cap=0.75 cara=10.58 caritat=5.26 carpa=0.46
carregat=1.72 carrer=2.32 carretera=1.47 cas=-1.55 casa=0.33 casal=6.32 casino=2.17 castell=4.72
caure=1.25 cedir=0.47 centre=6.38 centro=0.49 circular=-0.98 civico=1.81 clausules=-0.03
cobertura=7.76 coincidir=1.42 colze=1.78 com=-0.89 comencat=1.96 comerciants=-3.65 comercos=1.90
compartida=-0.11 compra=3.41 compta=10.03 comptant=0.16 compten=0.07 comunico=-0.22 con=0.70
conduir=-3.85 confraria=1.30 connectada=-7.87 connectar=-5.28 connectat=-1.98 connectats=-6.23
connexio=-2.47 consistori=3.95 consta=-2.54 consum=-0.15 contractacio=-1.76 contractes=-1.28
convertir=-6.82 convidat=-3.91 convocatoria=-1.78 cooperatiu=2.17 cooperatives=-1.39 cop=2.49
corregeixo=0.02 correu=6.04 cosa=5.04 costava=-2.59 cotxe=1.77 coworking=2.11 cuina=-11.92
cultura=2.32 cures=-0.56 curs=0.89 d'actes=2.96 d'adults=2.82 d'alcaldia=1.16 d'anar=-4.47
d'arribar=0.46 d'atencio=-6.59 d'empreses=2.40 d'en=2.47 d'esperar=0.46 d'habitatge=-1.63
d'hisenda=0.83 d'intervencio=-1.34 d'obra=-1.95 d'ocupacio=0.20 d'un=0.60 dalt=1.54 davant=4.60
de=-0.03 decidir=-1.13 dedicar=-6.48 deixar=0.87 deixat=-1.22 deixen=-2.33 deixo=2.70 dema=-0.31
demanar=-3.31 demanda=-1.67 des=-6.31 despatx=3.97 despres=-0.40 detall=-4.78 dia=0.46 dies=0.44
dijous=0.41 dilluns=-1.52 dimarts=3.84 dinamitzacio=1.43 dinar=5.01 dinat=4.92 dins=1.04 dir=-1.17
directe=3.47 dissabte=0.22 dist=-2.00 distancia=-6.46 dit=0.31 diu=-1.66 divendres=-2.08
document=-2.18 donar=0.23 doncs=1.36 drets=3.77 drive=-3.97 dubtes=-0.61 durada=-0.49 el=0.49
ella=-5.21 ells=-5.76 els=0.21 em=2.73 en=2.69 encara=-2.03 endavant=-1.18 ens=2.31 ensenyar=0.89
entrar=-2.73 entre=1.91 entrevistes=-0.63 enviar=-2.92 enviare=1.33 equivocar=-5.64 equivocat=-1.97
era=0.37 erem=2.27 eren=-0.92 error=0.11 es=-0.80 esmorzar=7.92 espai=-0.96 esperar=0.61 esta=-0.31
estan=-2.85 estar=-0.55 estrategic=-1.73 estuve=2.86 estuvimos=1.64 euros=-2.87 exemples=-3.48
expressament=4.36 f=5.88 fa=1.40 fabrica=2.65 fallava=2.33 faltar=-2.98 faltava=-0.38 falten=-4.14
families=-1.23 farem=-3.36 feina=1.60 fem=-0.56 fer=-0.47 festa=0.14 fet=0.31 feta=0.16 fetes=0.27
final=-2.88 finestres=6.59 fins=0.29 fira=-0.04 fisicament=1.92 fons=-0.86 formacio=-6.33
format=-2.26 fos=-0.66 fotos=-4.80 fresca=0.98 fui=1.88 fundacio=4.09 futbol=1.88 gaire=2.64
ganes=-5.00 garcia=0.61 gastar=-0.28 gent=2.12 gerent=1.03 gmeet=-3.09 gra=-4.58 grup=-1.10
guio=1.63 gust=-1.80 h=1.84 ha=-3.41 hablando=-2.78 hangouts=-0.81 haver=-0.55 havia=-1.57
haviem=6.12 he=2.15 hem=1.01 hi=1.79 hibrida=-0.44 ho=-0.99 hola=0.74 hora=-0.24 hores=-0.41
huertos=2.44 i=-0.18 igualment=5.71 in=6.49 indicadors=-1.23 internet=-4.44 interventora=0.47
ja=-1.94 jardins=2.24 jitsi=-6.66 jo=-0.88 joana=3.60 joventut=-4.81 juliol=-1.40 juntes=2.23
juny=3.19 km=6.74 l'acta=-2.02 l'agenda=4.72 l'ajuntament=3.04 l'alcalde=1.22 l'alcaldessa=0.86
l'altra=-1.41 l'area=0.36 l'arquitecte=1.61 l'arxiu=1.28 l'edifici=7.21 l'enric=-6.41 l'entitat=3.59
l'equip=4.66 l'escola=1.54 l'escorxador=2.86 l'espai=5.66 l'estacio=2.29 l'estiu=-1.83
l'estudi=-0.58 l'exemple=4.70 l'hem=-0.27 l'hotel=2.29 l'institut=3.48 l'octubre=-1.12
l'oficina=1.96 l'ordinador=-2.75 la=0.71 les=0.51 li=-5.98 limit=-0.34 line=-3.82 linia=-8.32
llarga=-3.12 llei=-2.66 lliure=-2.25 lloc=2.94 lloret=0.75 llotja=3.11 llum=-1.24 local=0.48
los=2.74 lots=0.49 m'havien=8.38 m'he=1.30 m'hi=3.28 ma=2.12 major=-1.25 mampares=3.26 manera=1.83
mapa=-0.06 mar=1.63 marato=1.38 maria=0.40 marxar=0.69 mas=2.03 mascareta=12.00 mascaretes=-0.78
masia=0.23 mateix=4.96 mateixa=9.40 mati=1.95 me=1.81 me'n=-3.34 meet=-9.74 meitat=-2.00
mentoria=-1.81 menys=-0.33 mercado=3.31 mercat=1.20 mes=-0.93 metres=5.06 meva=2.21 mig=-3.24
minuts=0.73 mira=3.15 mirant=1.55 mirar=1.22 mireia=-6.19 mitges=-5.46 mitja=0.19 mitjans=-4.33
mobil=-3.56 modalitat=-0.39 moli=2.81 molt=-1.37 moltes=2.03 molts=-0.59 montse=-0.72 mos=0.06
moure'm=-2.84 municipal=0.31 municipi=-0.30 museu=3.81 nau=4.84 neapolis=2.61 neu=2.04 ningu=6.57
no=-3.30 nos=1.37 nostra=0.98 nostre=1.73 nova=2.73 num=0.25 numero=1.55 numeros=-0.47 nuria=-4.30
o=-0.32 obrador=-1.69 obres=-2.08 observacions=-1.88 oficina=4.71 oficines=3.60 oi=-0.46 omplir=3.77
online=-5.13 ordenanca=-0.29 ordinador=-1.95 paciencia=-2.93 paeria=3.87 pantalla=-8.00 parades=1.66
paradistes=4.17 parar=-4.41 parc=3.95 parlant=0.37 parlar=-3.58 parlat=-0.63 part=-1.49
partida=-0.54 pas=5.01 passar=-3.03 passare=1.61 passat=0.03 passeig=-0.42 passejada=2.13
passejant=3.32 pati=1.79 pau=1.43 pel=2.20 penjada=-1.38 perdona=-0.53 perdoneu=-1.49 pere=-0.15
pero=-1.50 perque=1.01 persona=3.87 persones=0.82 pesca=0.89 peu=0.14 pla=-0.85 placa=0.84
planta=0.36 plataforma=-1.48 ple=-2.36 plec=-0.15 plegats=3.22 plegavem=0.40 plens=1.95 plovia=-6.20
poble=2.09 poca=-8.54 podeu=2.57 pont=-3.70 porta=0.37 portatil=-8.59 porxos=0.32 posa'm=0.58
posar=-6.71 preguntes=-1.28 preparar=-1.45 preparats=-1.23 pres=9.41 presen=6.39 presencia=1.96
presencial=8.36 presencialment=9.99 presencials=6.90 presentat=-2.67 pressa=-2.10 pressupost=-2.17
primera=2.22 projecte=-3.57 promocio=4.21 prop=5.40 propera=-4.60 proxima=-11.27 proximitat=-0.10
publica=-0.90 pujada=5.29 pujar=3.68 pujat=0.87 que=-1.39 queda=2.55 quedar=3.15 queden=-1.06
quina=-0.04 rambla=0.12 rapida=-0.60 rebre=-1.83 recordo=-0.05 redessa=0.14 regidor=-0.26
regidora=1.44 regidoria=-0.57 regidors=-0.51 reglament=-3.32 remot=-9.65 remoto=-2.94 repassar=-3.87
res=0.75 resta=-2.84 restriccions=-0.42 retorn=-0.31 reunio=0.16 revisar=-2.88 riu=2.60
rotllana=2.25 s'havia=2.37 sa=-5.66 saber=-3.04 sala=2.91 sant=0.20 se=0.68 secretaria=-1.43
segona=-1.63 sense=4.24 sent=-3.76 separacio=4.90 ser=0.51 sera=2.61 servei=3.75 servir=4.94
sessio=0.42 setembre=-4.17 seu=3.91 seure=2.33 seva=1.41 skype=-10.75 sobre=1.95 soler=1.47
son=-1.47 sort=-1.51 sortir=-5.89 sota=5.95 su=1.85 subvencio=0.80 tambe=-0.88 tancament=-4.85
tancar=-1.19 tard=-0.41 tarda=-0.26 tardor=-7.67 taula=1.14 teams=-9.37 teatre=1.59 tecnic=0.48
tecnica=1.56 tecnics=0.18 tecnocampus=6.24 telefon=-9.55 telefonic=-2.57 telefonica=-7.51
telefonicament=-5.92 telegram=-4.43 telematic=-9.50 telematica=-10.00 telematicament=-5.41
telematico=-5.62 telematiques=-1.80 teletreball=-4.70 teletreballen=-12.40 tema=-2.09 temes=-6.42
temps=-0.85 tenen=-3.64 tenir=-1.56 tercera=0.61 tinc=-1.27 tindre=-4.22 tocades=-1.31 tocava=3.33
toni=0.30 torna=-10.82 tornada=1.12 tornar=1.86 tornat=1.56 torno=-2.08 torrons=0.37 tot=-1.31
tots=-0.62 trabajo=4.44 traves=-3.09 treball=-1.77 treballar=-1.69 tren=0.08 trigar=-4.98
trobada=2.00 trobar=0.33 trucada=-7.32 trucant=-2.59 trucar=-5.50 trucat=-8.88 tu=1.71 turisme=1.02
ultima=-0.73 umbert=1.99 un=-0.07 una=0.18 uns=-1.14 us=0.04 va=-0.03 vaig=3.53 vam=0.66 van=-0.77
vapor=4.43 vc=-0.23 ve=-3.38 vegada=-1.91 vell=4.95 vella=2.69 venda=2.56 venir=3.75 vermut=2.93
vesprada=2.33 vespre=-0.20 veure=-1.14 veurem=-10.34 vi=0.68 via=-0.14 vic=-0.18 vicenc=1.19
video=-2.77 videoconferencia=-11.03 videollamada=-8.14 videotrucada=-10.21 vila=2.66 vimos=0.94
vingut=6.67 vinieron=0.58 virtual=-7.02 virtualment=-4.36 visita=4.42 visitar=0.18 vist=-0.37
viu=-0.38 viver=0.21 voldrien=-0.83 volen=-4.26 volia=-0.93 voliem=-8.50 volien=2.95 voltant=4.90
vora=3.04 web=-2.65 webcam=-0.80 webex=-6.98 whatsapp=-0.38 xat=-1.85 xerrant=-2.52 y=-0.73
zoom=-6.36 👌=-0.03 😊=2.69
"""

REMOTE = """
BIAS=-3.73 #=-1.51 %=-0.95 '=0.91 )=0.15 ,=-0.90 -=2.59 .=0.71 /=0.64 0=0.48 :=-0.61 ;=0.38 ==0.07
?=-1.75 ANOTHER=0.41 COUNCIL=-0.85 DAY=1.78 HOUR=1.76 LENGTH=0.51 a=-2.32 abans=1.88 acabada=-1.85
acabar=-0.29 acta=0.09 afegir=2.61 agricola=-0.93 ahir=-0.32 ajuntament=-1.96 al=-1.49 alhora=-1.93
alla=-5.26 allegacions=5.82 als=-2.70 altra=0.49 altres=-5.16 amb=0.22 anar=-3.51 anat=-0.48
anava=-3.28 aprofitant=-0.13 apunta=-0.59 apuntat=2.36 apunto=-0.53 aquest=-3.11 aquesta=6.17
aqui=-3.40 ara=3.81 asseguts=-1.13 assessorament=3.71 atencio=-2.31 aula=-4.46 avancar=0.05
avui=-0.88 baixar=-0.84 banda=1.39 bar=-2.21 barri=0.13 bases=-0.02 bbb=9.96 be=0.63 benvolguts=2.61
biblioteca=-3.91 bici=-1.95 bicis=2.81 bigbluebutton=6.59 bon=1.01 bona=1.74 bones=0.84 bordant=4.12
botiga=-4.36 botiguers=1.06 botigues=-6.83 brigada=-4.78 bus=-0.73 cadascu=7.33 cadascun=7.68
cafeteria=-1.69 cal=-0.16 calendari=2.64 camera=8.89 can=-1.88 canvi=-1.80 canviar=0.95 cap=0.50
cara=-6.79 cares=0.17 caritat=-4.46 carretera=-0.23 casa=1.83 casal=-8.68 casino=-1.02 cataleg=0.30
caure=-0.56 centre=1.30 centro=-0.62 circular=0.03 cistella=-1.98 civic=-1.46 civico=-1.59
clar=-2.54 com=-1.44 comencada=-1.53 comencar=0.31 comerc=1.01 comerciants=-3.46 compra=-0.73
compras=-1.07 compres=-0.50 compta=-7.37 comptes=-1.14 con=1.38 concejal=-0.81 conferencia=2.45
confinada=0.87 confirmar=-3.24 congelava=5.30 connectada=1.05 connectades=0.34 connectar=4.13
connectat=6.64 connectats=1.65 connexio=7.14 consistori=-3.10 consultora=0.75 consum=0.10
contacte=0.25 contents=6.28 contractat=2.88 contracte=-2.67 contractes=0.66 conversa=0.06
convertir=0.78 cooperatiu=0.43 cooperativa=1.33 cooperatives=-1.04 corregeixo=-2.84 cosa=1.06
costat=-0.30 cotxe=-1.93 coworking=1.98 crec=-6.51 cuina=2.84 cultural=-1.61 cures=0.55 d=-0.14
d'=-0.13 d'abans=-0.51 d'actors=0.06 d'altres=-0.30 d'assessorament=1.36 d'atencio=-6.16
d'enllac=0.67 d'habitatge=-1.65 d'skype=4.06 data=-0.09 de=0.07 dedicar=2.79 deia=-2.44 deixar=2.55
deixat=-0.41 del=-0.03 delete=-0.36 dema=-0.10 des=1.94 desembre=0.51 despatx=-2.73 despres=-0.86
deures=5.22 dia=0.49 dic=-2.26 dies=4.07 digital=-4.68 dijous=0.54 dimarts=-0.04 dimecres=1.73
dins=-0.55 dir=0.62 dire=1.90 directe=-0.12 dist=6.86 distancia=9.28 dit=-3.55 diu=-1.11 dona=1.91
donar=-0.24 donat=-2.59 doncs=1.00 durada=-0.91 durant=0.67 durar=0.12 durat=-3.48 economia=0.22
economica=-0.37 el=0.02 electronica=-2.74 ella=6.56 ells=4.79 els=-0.17 em=0.65 empenta=-0.18
emprenedors=-1.02 en=0.82 encara=-1.54 energetica=1.44 enllac=5.47 ens=-1.89 ensenyar=-4.73
entitats=-2.84 entrar=3.83 entre=-3.20 enviar=3.25 envio=-0.71 era=-2.38 eren=-2.17 error=-0.55
es=0.32 escolar=1.82 escric=-1.66 esmorzar=-2.38 esta=0.72 estar=0.20 estat=1.75 estatuts=-0.54
estava=1.86 estuve=-1.23 estuvimos=-0.40 exemple=0.36 expedient=0.15 explicar=2.47 explicat=-1.96
f=-1.14 faig=-1.19 fallava=-2.17 falta=-2.28 faltava=-0.26 fan=-0.07 farem=-4.13 fatal=0.77
feiem=0.21 feien=2.17 feina=-0.28 fem=-2.79 fent=0.08 fer=1.14 festa=0.38 fet=0.71 final=0.44
finalment=1.04 fira=-4.22 fires=-2.98 forca=0.08 formacio=-5.03 format=1.66 fotos=5.95 from=-0.03
funciona=-3.10 ganes=-3.48 gener=11.66 gent=-0.38 gerent=-1.14 gestora=2.38 gmeet=7.13 google=0.91
gos=0.38 gran=-0.13 gravar=3.02 ha=0.84 hablando=5.78 hangouts=7.96 haver=0.58 havia=4.27
haviem=-2.22 he=0.04 hem=0.26 hi=-1.64 hibrid=-1.41 hibrida=-0.43 ho=-1.12 hola=0.81 hora=2.07
horabaixa=2.24 hores=0.85 horts=0.05 i=-0.97 in=-3.67 internet=4.59 interventora=0.84 jeje=2.88
jitsi=11.03 jitsi'=3.36 jo=0.97 joana=-1.84 joventut=2.80 juliol=1.14 junts=-3.89 justes=0.97
km=-3.86 l'=1.00 l'acta=0.02 l'ajuntament=-1.62 l'alcalde=-1.57 l'altra=-2.56 l'anterior=-4.24
l'article=1.98 l'atencio=-1.73 l'edifici=-2.29 l'enllac=2.05 l'enric=2.80 l'entitat=-1.05
l'equip=-1.36 l'havia=-0.87 l'hora=3.72 l'hort=-0.56 l'hotel=-0.38 l'oficina=-0.13 l'ordinador=0.36
l'ultima=-2.64 la=-0.63 les=-1.71 line=7.94 linia=7.28 llamada=5.28 llista=2.41 lliures=1.11
lloc=0.07 lloguer=0.27 lo=0.14 local=-1.09 los=-4.30 lots=0.41 m=-0.85 m'han=-2.09 m'havien=-0.75
m'he=-0.88 major=-1.33 majos=0.80 mal=0.68 malament=-0.19 mans=3.98 mantenir=0.32 marta=1.42
mascareta=-6.73 mascaretes=-0.28 massa=-1.46 mateix=-3.52 mateixa=-2.09 mati=1.79 medi=2.22
meet=10.77 meitat=-3.43 menjador=0.93 mentoria=1.66 mercado=-1.32 mercat=-2.06 mercats=-0.59
mes=0.67 metres=-0.48 meu=-2.89 mi=-3.49 micro=2.81 mig=-4.45 migdia=0.10 mirant=-1.53 mirar=0.57
mitja=-0.41 mitjancant=13.42 mitjans=11.71 mobil=0.69 modalitat=4.57 model=-1.78 moli=-0.51
molt=0.62 molta=0.25 moneda=0.31 montse=-0.64 moure'm=4.19 muntar=-2.23 neteja=-1.36 ni=-0.65
ningu=-3.66 no=4.24 nomes=4.86 nos=0.88 nosaltres=6.79 nostre=0.64 nova=0.50 o=-1.55 oblidar=-1.50
obre=0.32 obren=1.12 obrir=0.68 observacions=-0.19 ocupada=3.12 ods=0.44 oficina=-7.39 oi=3.58
ok=4.30 onlain=5.23 online=7.67 or=0.60 ordinador=6.75 pages=2.33 pagina=1.33 pantalla=6.48
parades=-1.34 parc=-0.99 parell=2.99 parlant=-2.61 parlar=-1.09 parlat=3.66 parlem=-0.98 part=-2.19
pas=-2.41 passat=0.52 passeig=-4.22 passejada=-3.39 passo=-0.43 pau=0.46 peix=1.79 pel=3.20
pendent=-1.73 penjar=1.43 penjat=1.20 per=0.09 perdona=-1.25 perdoneu=1.53 pero=0.74 perque=-0.57
persona=-4.53 personal=-5.83 pesca=0.52 pescadors=2.22 peu=-2.33 pilar=0.29 pla=0.72 plantilla=1.28
plataforma=-5.73 platges=0.42 platja=1.74 plec=-0.01 plecs=0.10 plegava=0.78 plens=1.05 plovia=4.25
pluja=1.05 pobla=-0.06 pobra=2.75 poder=-2.53 podeu=3.36 podria=1.00 poligon=-2.20 por=0.81
portal=-4.71 posar=-0.91 post=-0.70 preguntes=1.02 pres=-3.54 presen=-0.30 presencia=-1.75
presencial=-7.03 presencialment=-8.23 presencials=-4.50 presentar=-0.51 pressupost=-1.79
primer=-2.32 primera=-1.53 productors=-3.19 projecte=-1.09 promocio=-0.28 promocional=-6.35
prop=-2.81 propera=-4.73 prou=0.68 proxima=-1.34 proximitat=-0.83 public=-0.04 pujar=-1.30
pujat=-0.09 q=3.41 quan=1.04 quant=-1.44 quarts=0.10 que=1.89 quedar=-0.64 quim=0.90 quin=0.29
quina=-1.51 rapida=1.36 rebost=0.89 recordo=-2.50 rectifico=-1.03 recursos=-6.95 regidora=-0.22
regidories=1.93 registre=-1.87 remot=17.31 remota=3.48 remoto=3.24 repas=-0.47 repassant=0.89
res=-2.61 resta=-1.54 restriccions=3.36 resum=0.19 reunio=0.13 reunions=-3.33 reunits=-2.13
revisar=0.43 revisat=-3.06 rodat=1.27 ruta=-2.44 s'ha=0.09 s'havia=-4.29 s'hi=-0.93 sa=1.87
saber=7.53 sala=-4.68 saludar=-0.67 se'ls=4.70 secretaria=0.39 segona=-1.17 seguent=-2.85
seguia=-0.78 sembla=-5.63 semblar=-1.72 sempre=4.18 sense=0.73 sent=1.11 ser=-0.40 sera=-4.50
seria=-7.82 servei=-1.42 serveis=2.77 servir=-5.43 sessio=0.13 sessions=0.69 setembre=3.14
setmana=0.21 seu=-3.05 seure=-2.30 seva=0.26 si=-2.72 sino=-2.17 skype=13.54 sobre=0.10 sol=0.62
sola=6.13 solidaria=1.45 sortir=1.36 su=-3.64 subvencions=-2.12 table=0.92 taller=-0.01 talls=0.10
tambe=0.19 tancat=0.39 tard=0.20 tarda=-0.29 targeta=-3.08 taula=-1.26 teams=9.97 tecnica=-2.04
tecniques=0.91 tecnocampus=-0.89 telecentre=-2.20 teleconferencia=6.48 telefon=10.51 telefonic=5.65
telefonica=7.71 telefonicament=7.74 telegram=4.66 telem=5.76 telematic=10.36 telematica=10.31
telematicament=12.92 telematico=7.02 telematiques=6.72 teletrobada=2.27 tema=-0.42 temes=6.91
temps=2.98 tenia=0.25 tenim=1.31 tenir=0.02 tindre=2.44 tingui=-2.09 tirar=2.36 tocava=-1.55
toni=1.71 tornat=-3.35 tot=2.02 tothom=2.55 tots=1.09 trabajo=-0.46 tramits=-10.54 traves=3.09
treball=2.19 treballar=-0.97 treballat=-0.40 tren=-0.26 trigar=-0.18 trobar=-2.47 trucada=12.98
trucant=4.03 trucar=9.44 trucare=-0.57 trucat=9.50 tuve=1.29 ultima=3.14 un=0.40 una=-0.45 uns=-5.50
us=-0.79 v=1.03 vaig=-1.07 vam=-0.33 van=-0.44 vc=6.28 ve=-1.43 vell=-0.32 venda=-1.58 venir=-1.85
veure=1.99 via=4.86 viatge=0.16 vic=-0.83 video=5.38 videoc=3.67 videoconferencia=12.81
videocridada=4.75 videollamada=9.48 videotruc=5.91 videotrucada=10.24 videotrucades=-0.26 vila=-0.50
vimos=-0.36 vinent=5.14 vingut=-0.70 virtual=8.41 virtualment=7.63 virtuals=4.79 viver=-0.99
volen=-2.17 voler=-3.23 volia=-3.01 voliem=4.45 volien=-1.34 web=1.13 webcam=5.15 webex=12.75
whatsapp=4.09 wifi=0.70 x=0.15 xat=0.49 xerrant=-2.46 xerrar=2.70 xoc=-1.81 y=1.42 zoom=9.13
zoom'=1.41 €=0.76 🎉=-1.05 🏛=-0.12 👍=-0.32 💻=5.85 📞=5.35 😂=1.70 🙂=0.96 🤝=-0.13
"""
