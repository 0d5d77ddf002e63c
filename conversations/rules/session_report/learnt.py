"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""

REPORT = """
BIAS=-4.97 !=0.09 "=-0.28 (=0.21 )=0.55 ,=0.97 ,_COUNCIL=0.55 ,_LENGTH=0.29 ,_a=0.03 ,_al=0.24 ,_amb=0.64 ,_per=0.06
,_presencial=0.74 ,_si=1.34 ,_us=-0.16 ,_zoom=0.05 -=0.24 .=2.13 ._.=-0.61 /=-1.35 0=0.81 0_h=-0.81 0_hores=-0.06
:=0.69 :_COUNCIL=0.40 :_DAY=0.02 :_LENGTH=0.38 ;=1.65 ?=-2.13 ANOTHER=0.17 COUNCIL=1.30 COUNCIL_,=0.53 COUNCIL_-=0.86
COUNCIL_.=0.94 COUNCIL_:=1.14 COUNCIL_DAY=0.39 COUNCIL_LENGTH=0.85 COUNCIL_a=0.08 COUNCIL_em=-0.23 COUNCIL_en=1.02
COUNCIL_no=-0.99 COUNCIL_sera=-0.81 COUNCIL_zoom=0.29 DAY=2.16 DAY_,=0.43 DAY_/=0.79 DAY_ANOTHER=0.39 DAY_COUNCIL=1.69
DAY_HOUR=-2.56 DAY_LENGTH=0.58 DAY_a=0.37 DAY_amb=1.25 DAY_els=0.50 DAY_fare=-3.45 DAY_farem=-0.22 DAY_no=-0.53
DAY_una=1.23 DAY_vaig=-0.83 DAY_vam=0.36 LENGTH=3.52 LENGTH_!=-0.80 LENGTH_)=-0.89 LENGTH_,=0.28 LENGTH_/=0.13
LENGTH_COUNCIL=-0.56 LENGTH_DAY=-0.49 LENGTH_al=-0.20 LENGTH_amb=-0.12 LENGTH_d'=-1.52 LENGTH_de=-0.41
LENGTH_zoom=0.82 a_COUNCIL=-0.43 a_la=1.00 al_seu=0.66 al_zoom=-1.81 amb=1.23 amb_COUNCIL=-1.34 amb_el=0.77
amb_els=0.50 amb_la=0.18 anat=0.32 anullada=-2.22 be=0.37 companya=-0.42 con=0.31 confirmada=-0.47 contractacio=-0.34
corregeixo=0.12 curs=-1.08 curs_de=-0.11 d'_COUNCIL=0.29 d'_DAY=-1.85 d'_LENGTH=0.13 d'anar_a=-1.61 data=-0.89
de=-0.52 de_0=1.25 de_COUNCIL=-0.49 de_DAY=-0.90 de_LENGTH=-0.34 de_les=0.40 de_mentoria=0.87 del=0.38 despatx=0.63
dia=-0.31 dilluns=1.37 dir=0.02 dire=-0.36 distancia=0.71 durada=1.27 el=-0.33 em=-1.00 en=0.84 encara=-0.38
enllestit=0.16 ens_hi=0.11 ens_trobarem=-0.21 era=1.32 eren=0.10 es_va=0.16 es_van=-0.54 esperant=-0.75 esta=-0.35
estar_LENGTH=-0.45 estic=-0.30 estona=0.07 exemple=-0.76 exemple_:=-1.00 fa=0.06 factura=-0.87 faig=-1.02
faig_LENGTH=-0.76 familia=-1.77 farem=-2.80 feina=-0.36 fem=-1.26 fer=-0.80 fer_LENGTH=-1.32 fet=0.90 fet_la=0.35
feta=4.48 final=-1.25 fins_a=0.47 h=-0.07 ha=-0.21 haver=-0.10 he=-1.11 hem_estat=0.56 hem_fet=0.60 hi=0.15 ho=-0.49
ho_vaig=-0.56 hola=0.55 hora=0.65 i=0.46 i_DAY=-0.96 i_hem=0.05 i_vam=1.20 ignora=-1.21 interna=-4.48 ja_us=-1.38
jitsi=0.61 jo=-0.01 jornada_de=-1.51 l'ajuntament=0.53 l'oficina_tecnica=-2.11 la=-0.31 la_d'=0.79 la_de=1.00
la_familia=-1.56 la_presentacio=-0.49 la_setmana=-0.96 la_tarda=0.94 la_xarxa=-0.41 les=-0.65 les_LENGTH=-1.71
linia=1.10 llarga=0.75 llegir=-1.18 lo_de=2.24 m'ha=-0.27 m'ho=-3.24 mati=1.52 meet=2.71 mentoria=0.74 mentors=-0.91
mercat=0.22 meva_companya=-0.93 mi=-1.48 ningu=-1.59 no=-1.42 no_,=-0.15 no_era=0.47 no_les=-0.63 nomes=-0.10
online=2.25 ordre=-0.87 ordre_del=-0.28 pam=-1.34 pam_de=-0.40 parlat=0.38 passa=-3.43 passat=-0.10
pendent_COUNCIL=-2.97 per=-0.25 per_DAY=-2.72 per_a=-0.76 per_quedar=-2.89 per_teams=2.04 per_zoom=-1.15 pero=-0.78
ple=-0.57 podeu_apuntar=0.83 pogut=-0.77 por=0.59 preparant=-0.27 presencial=2.54 presencial_,=-0.49 presencials=0.52
presentacio_de=-0.48 previstes=-0.18 propera_amb=-0.40 proposem=-0.60 que=-0.38 que_DAY=-0.09 quedar=-0.52
quedat=-2.35 quedem=-0.91 quina=-0.38 recordeu=-0.36 regidora=0.05 res=-0.57 reservat=-3.54 reunio=-0.39
reunio_de=-1.35 s'ha=-0.49 segona=0.55 ser=1.51 sera=-1.61 sessio=-0.30 setmana=-0.80 setmana_que=-0.11 si=-1.44
si_DAY=-1.51 skype=1.39 sobre=1.02 sol=-1.69 sola=-2.76 tarda=0.82 teams=1.95 tecnica=-0.20 telefon=2.87
telefon_amb=-0.38 telefonica=0.46 telematic=0.50 telematica=1.74 tema=0.68 tenim=-1.93 tinc=-3.64 tinc_COUNCIL=-1.64
toca_COUNCIL=-4.79 trobarem=-1.49 trucada=0.41 un=-0.37 una=0.38 us=-0.13 va=-0.17 va_fer=-0.04 va_ser=1.04 vaig=-0.08
vaig_assistir=-2.31 vaig_estar=-0.07 vaig_fer=1.53 vaig_llegir=-0.23 vam=2.00 vam_estar=0.20 vam_fer=1.47
vam_tenir=-1.17 veure=0.20 videoconferencia=1.50 videotrucada=1.56 virtual=0.86 vol=-0.27 volia=0.43 webex=0.32
xerrada_de=-0.57 zoom=1.63 zoom_,=0.05 zoom_.=-0.64 zoom_?=-0.48 zoom_i=-0.31 zoom_pero=-1.11
"""

SEVERAL = """
BIAS=-7.94 !=-1.72 +=1.84 ,=0.26 -=-0.27 .=-0.62 /=-1.15 0=0.26 :=0.91 ANOTHER=-0.32 COUNCIL=1.45 DAY=0.41 LENGTH=1.33
a=-0.96 acta=-0.89 ajuntar=2.73 al=-0.66 alhora=3.57 altra=3.49 amb=-0.83 anar=-0.38 be=-0.71 bona=-0.48 cada=3.92
cadascun=0.71 cadascuna=1.36 calendari=-0.10 casa=-0.57 clausules=-1.12 com=-1.09 con=-0.65 conjunta=5.21
cooperativa=-0.38 cooperatives=-0.40 d'=0.53 de=-1.10 del=-0.72 delete=-1.56 despres=0.25 dia=0.27 dies=0.95 el=-0.94
els=0.09 em=-0.60 en=0.03 ens=-0.01 fer=0.03 fet=1.11 from=-0.13 hem=-1.21 hi=-0.26 hora=-0.76 hores=-0.78 i=2.84
ja=-0.70 jo=-2.14 juntes=1.87 junts=1.63 l'=0.73 l'ajuntament=0.48 la=-0.75 les=1.18 linia=0.72 mati=0.97 meet=1.27
mercat=-0.44 mes=0.35 min=-1.06 minuts=-1.23 mitja=-0.99 n'hem=0.92 no=-3.05 online=1.60 parlar=0.07 partir=1.08
pel=-0.43 per=-0.34 pero=-0.92 pico=-0.50 poc=-0.36 presencial=1.06 presencials=1.66 primera=-0.19 que=-1.60
respectivament=1.97 resum=1.63 reunio=-0.86 reunions=2.47 ser=-0.02 sessions=4.79 setmana=1.55 table=-1.35 tambe=2.95
tarda=2.72 tardes=1.33 teams=0.91 telefon=1.34 telefoniques=1.65 telematic=0.09 telematica=-0.37 tema=-1.30 tot=2.54
total=2.19 totes=3.87 trobades=3.27 un=-0.55 una=0.42 uns=-0.19 va=-2.74 vam=-0.34 van=-0.88 venir=0.29 vic=-0.16
videotrucada=0.38 videotrucades=1.58 virtual=-0.68 x=-0.01 y=4.34 zoom=1.31
"""

IN_PERSON = """
BIAS=-3.90 !=0.71 %=-1.42 (=0.71 ,=0.64 -=-0.04 .=-0.75 /=1.05 0=-0.19 :=-0.06 ;=-0.94 @=-0.92 ANOTHER=0.85
COUNCIL=-0.81 DAY=1.26 LENGTH=-0.11 a=3.35 abans=1.35 acabada=-1.04 acabar=0.33 acabo=0.86 acollir=3.95 acord=-4.34
acords=-1.86 acta=-0.53 agraria=1.00 agricola=5.45 ai=3.22 ajuntament=2.38 al=3.23 alhora=-0.16 alla=1.19
allargar=1.90 als=4.12 altres=-1.69 amb=-1.09 anar=2.40 anat=3.49 anava=4.19 apunta=-0.94 apunto=-2.63 aquest=3.35
aquesta=-1.09 aqui=4.74 ara=0.96 asseguts=3.51 atencio=-7.01 aviat=1.70 baixar=2.74 baixat=0.88 banda=-3.55 bar=5.55
bbb=-1.41 be=-0.34 biblio=1.93 biblioteca=0.87 bigbluebutton=-0.10 botiga=-0.25 brigada=1.01 buides=4.93 bus=-0.69
cada=-0.20 cadascu=-7.28 cafe=4.10 cafeteria=0.32 cal=1.83 caldra=-0.30 calor=1.86 camera=-4.50 cami=3.88
caminant=4.69 camp=-1.23 can=15.18 cap=0.89 cara=9.17 caritat=4.74 carme=1.15 carrer=6.00 carretera=-2.20 cas=-0.97
casa=1.02 casal=6.50 casino=3.78 castell=5.75 centre=6.07 centro=0.17 civico=2.48 clausules=-0.41 cobertura=8.11
coincidir=1.26 colze=1.58 com=-1.79 comerc=0.08 comerciants=-4.11 comercos=1.52 compra=0.91 compta=14.75 con=0.36
conduir=-2.82 connectada=-2.27 connectar=-4.63 connectat=-1.71 connectats=-6.26 connexio=-1.00 consistori=3.63
consta=-2.93 contractacio=-2.29 convertir=-9.46 convidat=-4.22 convocatoria=-1.39 cooperatiu=2.95 cooperatives=-2.41
corregeixo=-1.50 cosa=1.29 costat=-3.74 costava=-0.85 cotxe=1.32 cuina=-7.54 cultura=1.22 curs=0.27 curta=-0.06
d'=0.30 d'actes=2.21 d'anar=-0.87 d'arribar=3.39 d'atencio=-6.84 d'empreses=2.54 d'en=4.88 d'habitatge=-1.99
d'hisenda=0.66 d'intervencio=-1.02 d'obra=-1.72 dades=0.30 dalt=0.50 data=0.65 davant=6.09 decidir=-2.10 dedicar=-5.65
deixar=2.54 deixat=-1.88 dels=-0.07 demanar=-0.23 des=-6.48 despacho=1.05 despatx=5.33 detall=-4.38 dia=-1.59
dijous=1.76 dinamitzacio=0.92 dinar=5.61 dins=1.86 dir=-1.20 dire=2.06 directe=3.15 dist=-0.36 distancia=-5.45
dit=1.31 diu=-3.49 divendres=-3.11 document=-2.92 donar=0.34 doncs=1.79 drive=-4.45 dubtes=-1.75 durada=-0.57
economia=0.06 economica=0.20 el=0.09 ella=-5.19 ells=-2.13 els=0.04 em=1.87 empenta=-1.96 en=2.82 encara=-1.31
ens=2.64 ensenyar=3.33 entrar=-1.88 entrevistes=-0.70 enviar=-1.00 equivocat=-2.05 era=1.24 erem=1.98 es=-0.30
esmorzar=7.36 espai=-0.74 esperar=1.69 estan=-2.88 estrategic=-1.74 estuve=2.66 estuvimos=1.69 euros=-0.97
exemples=-3.97 expressament=4.60 f=6.21 fa=2.01 fabrica=2.06 fallava=2.39 faltar=-2.30 faltava=-0.22 falten=-3.58
families=-0.32 farem=-3.52 feina=0.94 fer=0.22 fet=0.70 fetes=1.15 fi=0.32 final=-2.57 finestres=4.16 fins=0.05
formacio=-6.74 format=-1.58 fotos=-5.28 fresca=0.83 fundacio=5.89 futbol=-0.62 ganes=-5.77 garcia=1.02 gent=1.45
gmeet=-2.38 gra=-4.33 gracies=-1.62 grup=-1.72 guio=1.79 gust=-1.79 h=0.66 ha=-2.63 hablando=-3.78 havia=-2.45
haviem=5.68 he=2.30 hem=0.97 hi=1.53 hibrida=-0.02 ho=-1.47 hora=-0.43 hores=-0.36 i=-0.43 igualment=3.77 in=6.23
inclos=0.53 indicadors=-2.69 internet=-2.98 ja=-1.75 jitsi=-5.68 jo=-1.20 joana=2.76 joventut=-5.55 joves=-3.87
juliol=-2.05 juntes=1.20 juny=3.66 justes=-1.55 l'acta=-1.42 l'ajuntament=2.40 l'alcalde=0.79 l'alcaldessa=0.12
l'area=2.54 l'arxiu=1.18 l'aula=2.87 l'edifici=4.02 l'enllac=3.56 l'equip=4.42 l'escola=0.52 l'escorxador=2.90
l'estacio=1.62 l'estiu=-1.82 l'exemple=3.78 l'hotel=2.17 l'institut=3.91 l'oficina=1.04 l'ordinador=-2.67 la=0.94
les=0.38 li=-6.62 line=-2.63 linia=-7.58 llarga=-2.82 llei=-2.04 lliure=-1.83 lloc=2.66 lloret=0.21 llotja=3.24
local=-0.33 los=2.42 lots=0.04 m'havien=7.77 m'he=2.20 ma=2.17 major=-2.10 manera=3.08 marato=1.84 mas=2.14
mascareta=12.10 masia=1.15 mateix=5.71 mateixa=7.07 mati=2.14 me=2.38 me'n=-2.65 meet=-9.02 meitat=-2.14
mentoria=-2.41 menys=-0.72 mercado=3.38 mercat=0.91 mes=-1.46 metres=2.05 meva=0.77 mig=-3.64 mira=3.07 mirant=0.01
mirar=3.47 mitges=-4.82 mitjans=-3.42 mobil=-3.30 modalitat=-0.17 moli=0.93 molt=-1.14 moltes=3.84 montse=-1.29
moure'm=-0.56 municipal=1.19 museu=3.69 muy=-2.52 nau=3.83 neapolis=2.99 neu=1.47 ni=2.22 no=-4.39 nos=1.33
nostra=0.81 nostre=1.69 nova=1.81 num=0.32 numero=3.01 nuria=-1.93 obertes=1.72 obres=-2.18 obrir=0.84 ocupada=-0.25
oficina=4.83 oficines=3.28 online=-5.08 ordinador=-6.02 paciencia=-3.44 paeria=2.95 pantalla=-7.84 papers=1.42
paradistes=4.23 parar=-3.90 parc=4.01 parlant=0.30 parlar=-4.23 part=-0.50 pas=5.18 passar=-2.57 passat=0.46
passeig=-0.13 passejada=1.83 passejant=3.92 pati=1.21 pau=0.32 pel=1.98 per=-0.13 perdo=0.33 pere=-1.28 pero=-0.41
perque=0.89 persona=2.00 persones=1.29 pesca=0.92 pla=-0.76 placa=1.17 planta=1.38 plataforma=-0.08 ple=-1.94
plegats=2.89 plens=1.25 plovia=-6.49 poca=-5.72 podeu=3.75 por=0.52 portar=0.35 portatil=-7.00 posa'm=0.36 posar=-5.89
preguntes=-1.64 preparar=-2.44 preparats=-1.33 pres=9.77 presen=6.23 presencia=1.14 presencial=8.66
presencialment=9.15 presencials=6.75 presentar=0.08 pressa=-1.17 pressupost=-2.52 primer=-0.44 primera=1.31
principi=-1.70 problemes=-0.33 projecte=-3.05 promocio=4.82 prop=6.33 propera=-5.25 proxima=-10.64 pujar=4.12
pujat=0.43 quan=0.24 que=-1.88 queda=3.15 quedar=3.06 rapida=-0.80 rebre=1.68 redessa=0.10 regidora=1.30
regidoria=-0.69 reglament=-2.94 remot=-6.35 remota=-0.16 repassar=-3.27 res=1.25 resta=-1.97 restriccions=-0.55
retorn=-0.35 reunio=0.88 reunion=1.79 reunir=1.11 revisar=-3.51 roca=1.20 rotllana=1.44 s'ha=1.14 s'havia=2.09
sa=-5.02 sala=3.65 sant=1.30 se=0.81 segona=-2.18 sembla=0.04 sense=1.29 separacio=5.13 ser=0.25 sera=3.28 servei=4.13
servir=5.24 sessio=0.04 setembre=-4.30 setmanal=-9.55 seu=3.52 seure=3.15 seva=1.70 si=-0.12 signatura=-0.35
skype=-8.20 sobre=1.29 soler=0.85 son=-0.74 sortir=-5.60 sota=6.17 su=3.10 sucre=1.53 tambe=-2.69 tancament=-2.80
tancar=-0.32 tarda=-0.40 tardor=-6.70 teams=-9.87 teclat=-0.35 tecnic=1.22 tecnica=1.34 tecnics=-0.32 tecniques=0.20
tecnocampus=6.01 telefon=-7.96 telefonic=-2.12 telefonica=-7.38 telefonicament=-2.32 telegram=-4.86 telem=-0.03
telematic=-5.84 telematica=-10.17 telematicament=-4.45 telematico=-2.39 telematiques=-1.99 teletreball=-4.32
teletreballen=-11.96 tema=-1.91 temes=-4.78 temps=-3.13 tenen=-3.85 tercera=1.24 terreny=0.55 tocades=-1.98 toni=2.27
tornar=1.59 tornat=2.56 tornem=-0.17 torno=-1.77 tortosa=0.37 tot=-0.42 tots=-0.42 trabajo=4.76 traves=-5.10
treball=-0.99 treballar=-1.28 trigar=-2.59 trobada=0.95 trobar=0.41 trucada=-6.10 trucant=-2.73 trucar=-2.68
trucat=-8.88 tu=1.54 turisme=1.66 un=-0.06 una=-0.44 va=0.62 vaig=2.84 vam=0.23 van=-1.17 vapor=3.99 vc=-0.40 ve=-0.10
vegada=3.81 vell=4.68 venda=1.08 venir=4.32 ventilador=1.61 vermut=3.09 veure=-1.36 veurem=-6.11 via=-0.29 vicenc=0.29
video=-2.17 videoconferencia=-8.20 videollamada=-4.80 videotrucada=-7.75 vimos=0.94 vingut=7.45 virtual=-6.64
virtualment=-3.09 visita=4.37 visitar=1.13 viver=0.48 volen=-5.05 voliem=-9.68 voltant=4.83 vora=6.10 web=-2.70
webcam=-0.17 webex=-4.66 whatsapp=-0.03 xat=-1.86 xerrant=-2.13 zoom=-6.10 🏖=2.39 😊=2.06
"""

REMOTE = """
BIAS=-4.09 #=-1.61 %=-0.30 '=1.19 (=-0.23 ,=-0.93 -=2.58 .=1.08 /=0.44 0=0.41 :=-0.63 ;=0.24 ==1.53 ?=-2.42
ANOTHER=0.66 COUNCIL=-0.57 DAY=2.16 HOUR=2.04 LENGTH=0.57 a=-2.52 abans=1.74 acabada=-4.20 afegir=1.07 agricola=-1.06
ajuntament=-1.63 al=-1.60 alhora=-1.21 alla=-4.85 allegacions=5.14 als=-3.10 altres=-4.92 amb=0.26 anar=-3.60
anat=-0.89 anava=-0.41 apunta=-0.43 apuntat=3.63 apunto=-1.52 aquest=-2.21 aquesta=4.82 aqui=-3.17 ara=3.88
assistents=2.26 assistir=0.49 atencio=-1.05 aula=-4.70 avui=-0.26 baixar=-0.95 banc=-0.72 banda=1.12 bar=-1.14
barri=0.99 bases=-0.55 bbb=5.53 be=0.84 ben=0.36 benvolguts=2.13 biblioteca=-3.19 bici=-2.05 bigbluebutton=6.47
bon=1.20 bona=2.06 bones=1.70 bordant=2.79 botiga=-3.90 botiguers=0.39 botigues=-6.66 brigada=-5.15 bus=-0.73
cadascu=7.28 calendari=2.89 camera=7.59 can=-3.27 canvi=-2.20 canviar=1.97 cap=0.65 cara=-3.40 caritat=-4.16 cas=0.84
casa=1.23 casal=-9.76 cataleg=1.70 centre=-1.13 centro=-0.04 cistella=-2.40 civico=-2.79 clar=-1.15 com=-0.17
comencar=0.10 comerc=-0.89 comerciants=-2.88 comercos=-0.20 compartit=1.80 compra=-0.46 compta=-9.09 con=2.22
concejal=-1.75 conferencia=1.94 confirmar=-3.47 congelava=5.18 connectar=3.97 connectat=5.06 connectats=1.66
connexio=5.94 consistori=-0.66 constar=0.31 contractacio=0.32 contracte=-1.34 conveni=0.25 conversa=0.50
convertir=4.50 cooperativa=0.60 cooperatives=-0.69 corregeixo=-2.92 cotxe=-0.78 coworking=1.09 crec=-6.71 cuina=1.47
cures=0.25 d'=-0.07 d'actors=0.02 d'apuntar=0.64 d'aqui=2.50 d'assessorament=0.83 d'atencio=-7.56 d'habitatge=-1.26
d'hisenda=-1.95 d'intervencio=-0.26 d'skype=3.96 darrera=0.88 data=0.30 de=0.11 dedicar=1.57 deia=-0.98 deixar=0.38
deixat=-0.11 del=-0.28 dels=-0.29 dema=-0.42 demanen=0.47 des=2.65 desembre=0.98 despatx=-1.90 despres=-0.11 dia=1.07
dic=-2.75 dies=3.47 digital=-4.23 dilluns=-0.20 dimarts=0.08 dimecres=1.89 dins=-3.60 dir=-0.09 dist=3.36
distancia=8.77 dit=-4.10 diu=-1.12 dona=1.30 donar=-0.06 doncs=0.34 drop=0.08 durada=-1.50 durant=1.18 durar=0.43
durat=-3.78 economica=-0.57 el=-0.20 electronica=-6.00 ella=6.15 ells=1.57 els=-0.37 em=0.79 en=0.51 encara=-2.49
endavant=0.35 enllac=4.94 ens=-1.79 ensenyar=-6.11 entitats=-4.04 entrar=2.13 entre=-2.67 enviar=1.50 envio=-2.58
era=-2.57 eren=-2.23 es=1.00 escolar=2.06 escric=-3.35 esmorzar=-2.74 esta=1.12 estan=1.54 estar=0.03 estat=0.50
estatuts=-0.79 estava=1.02 estona=-0.64 estuve=-0.25 estuvimos=-0.43 excel=0.08 explicar=1.78 explicat=-0.11 f=-1.26
faig=-2.80 fallava=-1.75 falta=-1.62 faltava=-1.35 faltaven=0.93 fan=-1.26 farem=-1.20 feien=2.35 feina=-0.45
fem=-4.11 fent=0.40 fer=1.51 festa=0.03 fet=1.23 final=1.54 finalment=2.20 fira=-4.49 fires=-0.60 fitxes=-0.11
formacio=-5.22 format=1.21 fotos=5.49 from=-0.96 fusta=-0.11 gener=7.57 gent=-0.10 gmeet=6.46 google=0.01 gravar=7.87
ha=0.59 hablando=7.09 han=-1.37 hangouts=7.41 haver=0.86 havia=4.01 haviem=-3.80 hem=0.03 hi=-1.69 hibrid=-1.28
hibrida=-0.72 ho=-1.44 hola=0.47 hora=1.16 horabaixa=1.68 hores=1.23 i=-0.99 in=-3.80 interventora=1.99 ja=-0.13
jaume=0.21 jefa=-1.48 jeje=4.17 jitsi=9.21 jitsi'=2.01 jo=0.44 joana=-3.37 joventut=1.33 juliol=1.11 justes=1.05
l'=0.09 l'acord=0.12 l'ajuntament=-0.54 l'alcalde=-1.74 l'altra=-2.55 l'article=2.60 l'associacio=-0.34
l'atencio=-2.01 l'ateneu=-0.23 l'equip=-1.55 l'havia=-1.61 l'hora=3.26 l'ultima=-3.37 la=-0.51 les=-0.87
limpieza=-0.29 line=6.99 linia=7.13 llamada=4.84 llista=3.71 lliures=0.24 local=-0.88 los=-5.47 lots=0.23 m=-1.26
m'han=-1.87 m'havien=-1.44 m'he=-0.52 major=-1.50 mal=1.54 manera=-0.74 mans=4.77 mar=0.02 marxar=2.15 mascareta=-7.38
mascaretes=-0.74 massa=-3.86 mateix=-3.28 mati=1.25 me=-0.17 medi=3.18 meet=10.33 meeting=-0.28 meitat=-3.38
menjador=0.65 mentoria=1.41 mercado=-0.98 mercat=-1.65 mercats=-2.39 mes=1.59 mi=-4.95 mica=-1.52 mig=-3.82
migdia=0.89 min=0.04 minuts=2.00 mirar=0.11 mitjans=9.36 mobil=1.40 modalitat=3.79 model=-2.33 molt=0.03 moure'm=4.46
municipal=-0.42 muntar=-3.67 muy=0.83 neteja=-1.14 ni=-0.91 ningu=-3.54 no=4.49 nomes=5.08 nos=0.41 nosaltres=5.49
nostre=0.95 o=-0.79 oblidar=-1.20 obre=0.60 ocupada=4.66 ods=1.16 oficina=-1.56 oi=4.19 online=7.48 ordinador=11.03
pages=2.03 pantalla=6.06 parades=-1.66 parell=1.87 parlant=-2.89 parlar=1.20 parlat=2.83 parlem=-0.16 part=-2.17
pas=-2.69 passar=0.58 passat=0.54 passeig=-3.43 passejada=-3.22 passo=-2.17 pau=0.09 pel=2.52 pendent=-1.17
penjat=1.43 pensava=0.51 per=0.11 perdoneu=1.12 pero=0.39 perque=-1.33 persona=-5.76 personal=-9.32 persones=-0.93
pesca=0.56 pescadors=1.00 pilar=1.53 pla=0.90 plataforma=-5.19 platges=1.00 plens=1.72 plovia=6.29 pluja=1.78
pobla=-0.64 poble=-3.60 pobra=2.41 poder=-3.08 podeu=1.33 podria=0.01 poligon=-0.12 porten=0.77 posar=-0.53
preguntes=1.26 pres=-3.67 presen=-0.64 presencia=-1.35 presencial=-7.01 presencialment=-5.05 presencials=-4.20
presentar=-0.85 pressupost=-1.80 primer=-0.69 primera=-1.17 productors=-2.68 promocio=-0.49 prop=-3.05 propera=-5.25
prou=3.00 proxima=-1.57 proximitat=-1.22 pujar=-0.81 q=4.30 quan=1.53 quant=-2.34 que=2.02 queden=-0.11 quim=5.68
quin=1.34 quina=-1.56 rapida=1.42 recordo=-3.34 rectifico=-1.33 recursos=-6.84 regidories=2.71 registre=-0.94
remot=10.15 remota=3.74 repassant=0.14 repassat=0.20 res=-3.89 resta=-1.58 restriccions=2.80 reunio=0.11
reunions=-7.08 reunits=-1.05 revisar=0.15 revisat=-3.78 ruta=-2.55 s'havia=-5.20 sa=1.23 saber=6.51 sala=-4.58
salt=-1.03 secretari=1.51 secretaria=0.52 seguent=-1.93 seguretat=-0.56 sembla=-6.09 semblar=-1.09
semipresencial=-0.34 sempre=2.32 sent=2.10 ser=-0.19 sera=-6.47 seria=-7.90 serveis=1.63 servir=-5.62 sessio=0.09
sessions=0.39 setembre=1.96 seu=-4.26 seure=-4.07 si=-2.57 sino=-2.33 skype=10.63 soc=1.10 sola=5.44 solidaria=0.64
sortir=1.76 su=-2.83 subvencions=-2.43 table=1.67 tancat=3.26 tarda=0.11 targeta=-3.37 teams=9.37 tecnic=-0.22
tecnica=-1.55 tecnics=-0.37 tecnocampus=-1.01 telecentre=-1.90 teleconferencia=6.17 telefon=9.31 telefonic=4.97
telefonica=7.20 telefonicament=7.07 telegram=3.95 telem=5.21 telematic=13.40 telematica=9.66 telematicament=8.50
telematico=4.93 telematiques=6.90 teletreball=-1.08 teletrobada=0.77 tema=-0.49 temes=9.62 temps=2.61 tenen=-0.52
tenim=1.65 tocava=-0.38 tornat=-3.78 tot=1.98 tots=1.14 trabajo=-1.66 tramits=-9.63 traves=3.43 treball=2.60
treballar=-0.53 treballat=-0.01 tren=-0.89 trucada=10.86 trucant=3.81 trucar=10.36 trucat=11.01 turisme=-0.77 un=0.62
una=-0.33 uns=-6.06 us=0.64 v=0.84 va=-0.35 vacances=-0.32 vaig=-1.28 vam=-0.74 van=-0.62 vapor=-0.08 vc=5.97 ve=-1.85
venda=-1.70 venir=-2.13 vespre=1.26 veure=2.06 veure'ns=-0.23 via=4.65 viatge=0.07 video=4.19 videoconferencia=13.48
videollamada=12.00 videotruc=5.31 videotrucada=11.01 vinent=3.99 vingut=-0.16 virtual=8.00 virtualment=6.30
virtuals=5.50 visitar=-0.37 viver=-1.74 volen=-2.50 voler=-4.73 volia=-1.76 voliem=4.79 volien=-0.43 vostra=-0.78
web=1.61 webcam=4.69 webex=11.15 whatsapp=3.78 wifi=1.62 xerrant=-2.61 xerrar=1.13 xoc=-2.48 zoom=8.93 €=0.63 🎉=-0.72
🏛=-0.51 👌=1.05 💻=5.27 📞=5.05 🙂=0.75 🤝=-0.53
"""
