"""What words weigh in the second opinion; `tests/learn_reports.py` writes it."""

WEIGHTS = """
BIAS=-4.86 !=0.02 !_LENGTH=0.23 '=-0.01 (=0.39 )=0.34 ,=0.79 ,_COUNCIL=0.74 ,_LENGTH=0.17 ,_a=0.90
,_al=0.71 ,_amb=0.83 ,_ja=-0.27 ,_per=0.52 ,_pero=-0.36 ,_presencial=0.66 ,_quin=-1.96 ,_si=0.18
-=0.15 -_ho=0.72 .=2.03 /=-1.29 0=0.82 0_h=-0.58 0_hores=-0.19 :=0.84 :_COUNCIL=0.19 :_LENGTH=0.65
;=1.54 ?=-2.61 ANOTHER=0.58 COUNCIL=1.26 COUNCIL_,=0.64 COUNCIL_-=0.84 COUNCIL_.=1.20 COUNCIL_:=1.09
COUNCIL_;=0.38 COUNCIL_DAY=0.43 COUNCIL_LENGTH=1.07 COUNCIL_a=0.43 COUNCIL_d'=2.36 COUNCIL_de=0.05
COUNCIL_em=-0.37 COUNCIL_en=1.40 COUNCIL_encara=-0.13 COUNCIL_ens=-0.66 COUNCIL_no=-1.52
COUNCIL_per=0.35 COUNCIL_zoom=0.03 DAY=1.98 DAY_,=0.80 DAY_/=0.47 DAY_COUNCIL=1.80 DAY_HOUR=-2.66
DAY_LENGTH=0.57 DAY_a=0.10 DAY_amb=1.23 DAY_els=0.85 DAY_faig=-0.92 DAY_fare=-1.94 DAY_farem=-0.80
DAY_he=0.06 DAY_hem=0.25 DAY_no=-1.08 DAY_sessio=0.26 DAY_tenim=-0.17 DAY_tinc=-0.52 DAY_una=1.03
DAY_vaig=-0.79 DAY_vam=0.17 LENGTH=3.46 LENGTH_!=-0.95 LENGTH_)=-0.24 LENGTH_,=0.38 LENGTH_/=0.18
LENGTH_COUNCIL=-0.35 LENGTH_DAY=-0.17 LENGTH_al=-0.42 LENGTH_d'=-1.42 LENGTH_de=-0.42
LENGTH_meet=0.37 LENGTH_per=-0.09 LENGTH_zoom=1.06 a=-0.06 a_COUNCIL=-0.50 a_DAY=-0.13 a_cara=0.32
a_l'ajuntament=0.32 a_la=0.65 ahir=-0.16 al=0.03 al_seu=1.50 al_telefon=-0.46 al_zoom=-1.64 amb=1.43
amb_COUNCIL=-1.68 amb_els=0.09 amb_la=0.07 anullada=-2.31 be=0.03 ben=-0.15 bon=-0.28 bona=0.40
cara=0.67 com=-0.06 com_a=-0.65 comencem_amb=-1.08 companya=-0.03 con=0.46 connectar=-0.13
corregeixo=0.12 curs_de=-3.51 d'_COUNCIL=0.43 d'_DAY=-1.74 d'_LENGTH=0.50 d'anar_a=-1.36
data_amb=-0.74 de=-0.35 de_0=1.46 de_COUNCIL=-0.47 de_DAY=-1.14 de_LENGTH=-0.38 de_coordinacio=-0.08
de_fer=-0.30 de_les=0.39 de_mentoria=1.77 deixar=-0.14 del=0.29 despatx=0.97 dia=-0.47 dic=-0.90
dies=0.34 dilluns=0.75 dimarts_i=-1.38 dire=-0.38 distancia=0.99 diu_que=-0.50 doncs=0.69
durada=0.93 el=-0.11 el_DAY=-0.21 ells=-0.13 els=-0.15 em=-1.02 em_proposa=-0.65 en=0.53
en_linia=1.62 encara=-0.10 ens_hi=0.45 ens_trobarem=-0.89 era=1.02 es_va=0.54 es_van=-0.46
esperant=-2.33 esta_de=-0.41 estar_LENGTH=-0.58 estat=0.05 estic=-0.47 estona=0.81 exemple=-0.47
exemple_:=-1.69 factura=-1.06 faig=-1.87 familia=-2.27 fare_LENGTH=-1.58 farem=-2.85 feina=-0.67
fem=-1.38 fem_LENGTH=-0.16 fer=-0.51 fer_LENGTH=-1.36 fet=1.06 fet_la=1.78 feta=5.13 final=-1.67
fins_a=0.57 h=-0.65 h_COUNCIL=-1.93 ha=-0.42 haver=-0.01 he=-0.93 hem_estat=0.41 hem_fet=0.35
hi=0.03 ho=-0.24 hola=1.16 hora=0.76 i=0.65 i_DAY=-0.41 i_hem=0.54 i_ja=0.29 i_vam=0.95 ignora=-1.80
interna=-4.77 ja=0.09 ja_us=-0.98 jitsi=1.10 jornada_de=-1.51 l'ajuntament=0.88
l'oficina_tecnica=-2.13 la=-0.23 la_d'=1.05 la_de=0.59 la_familia=-3.13 la_presentacio=-1.50
la_sessio=-0.17 la_setmana=-1.05 la_tarda=0.43 la_xarxa=-0.55 les=-0.44 les_LENGTH=-1.88
les_va=-0.09 linia=0.17 llarga=0.67 llegir=-0.03 lo_de=1.80 local=0.17 m'ha=-0.48 m'ho=-3.14
mateix=0.27 mati=1.12 meet=2.58 mentors=-0.88 mercat=0.25 meva_companya=-1.41 mi=-0.85 mira=0.07
ningu=-1.64 no=-1.30 no_les=-0.83 nomes=-1.32 online=2.68 ordre_del=-0.75 pam=-0.59 pam_de=-1.54
pantalla=0.30 passa=-3.24 passat=-0.41 passo=0.50 pendent_COUNCIL=-2.84 per=-0.13 per_COUNCIL=-0.63
per_DAY=-2.57 per_a=-1.45 per_quedar=-3.49 per_teams=0.23 per_zoom=-1.26 pero=-0.67 perque=0.29
pla=-0.03 plau=2.22 ple=-0.58 podeu_apuntar=0.62 pogut=-0.74 por=0.78 preparant=-0.83
presencial=3.01 presencial_,=-0.62 presencialment=0.28 presencials=0.85 propera_amb=-2.23
proposa=-0.57 prova=-0.40 quantes_hores=0.39 quarts=0.08 que=-0.31 que_DAY=-0.18 que_LENGTH=-0.66
queda=-1.42 quedar=-0.04 quedat=-2.86 quedem=-0.76 quin=-0.22 quina=-0.05 recordeu=-0.38
regidora=0.04 remot=0.73 res=-1.33 reservat=-3.12 reunio=-0.33 reunio_de=-1.41 s'ha=-1.90 ser=1.28
sera=-1.58 sessio=-0.40 sessio_de=0.08 setmana=-0.70 si=-1.37 si_DAY=-1.55 si_no=0.02 skype=1.29
sobre=0.75 sol=-1.54 sola=-2.41 tarda=0.70 tarda_amb=0.15 teams=2.38 teams_,=0.73 tecnica=-0.32
telefon=3.01 telefon_amb=-0.65 telefonica=0.77 telematic=0.72 telematica=1.65 tema=0.75 tenim=-2.36
tinc=-2.66 tinc_COUNCIL=-2.19 toca=-0.94 toca_COUNCIL=-4.45 torno=-0.12 torno_a=-0.49 trobarem=-0.81
trucada=0.61 una=0.34 us=-0.14 us_dire=-0.91 us_passo=0.18 us_plau=0.59 va=-0.31 va_fer=-0.25
va_ser=1.03 vaig_anar=0.20 vaig_assistir=-2.29 vaig_fer=1.17 vaig_llegir=-1.37 vam=1.82
vam_estar=0.84 vam_fer=1.90 vam_tenir=-0.91 van_donar=-0.30 venir=0.01 veure=0.09 video=0.07
videoconferencia=1.60 videollamada=0.37 videotrucada=2.13 virtual=1.16 vol=-0.18 webex=0.40
webinar_de=-0.07 xerrada_de=-0.47 zoom=1.55 zoom_,=0.27 zoom_.=-0.48 zoom_i=-0.32 zoom_pero=-1.44
"""
