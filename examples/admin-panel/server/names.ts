/** One people's names. Where they are not in Latin letters, `=` gives the spelling for e-mail addresses. */
export interface NameList {
  given: string
  family: string
  /** Written first: the family name, as in Chinese, Japanese, Korean, Vietnamese and Hungarian. */
  familyFirst?: true
  /** Between the two names. Default: a space. */
  joint?: ''
}

/** Given and family names of many scripts and languages, put together at random by `people`. */
export const names: NameList[] = [
  {
    given: 'Zoë François Agnès Léo Maëlle Benoît Élodie Gaël Inès Rémi Océane Théo',
    family: 'Lefèvre Châtelain Mérieux Dubôis Béranger Garçon Hélouin Noël Périer Saint-Aubin',
  },
  {
    given: 'Jürgen Käthe Björn Sören Heike Lüder Mara Götz Ännchen Ulrike',
    family: 'Müller Groß Schäfer Köhler Weiß Böhm Jäger Förster Günther Voß',
  },
  {
    given: 'Åsa Øyvind Søren Bjørk Þóra Saga Eirík Åke Märta Signe',
    family: 'Ångström Sørensen Þorsteinsdóttir Bjørnstad Lindström Østergaard Hägg Nygård Jónsson Strömberg',
  },
  {
    given: 'Łucja Wojciech Zofia Bożena Michał Jędrzej Świętosława Paweł Halina Grażyna',
    family: 'Wiśniewska Dąbrowski Wójcik Żukowski Łuczak Gołąb Pająk Sikorska Ćwik Różański',
  },
  {
    given: 'Šárka Jiří Ondřej Zdeňka Vojtěch Růžena Ľubomír Božidar Đorđe Željka',
    family: 'Dvořák Němcová Kříž Šťastný Horčička Žižka Đurić Kovač Perović Vlčková',
  },
  {
    given: 'Inês João Conceição Luís Íris Álvaro Núria Begoña Iñaki Ximena',
    family: 'Gonçalves Simões Araújo Muñoz Ibáñez Peña Falcão Güell Zúñiga Magalhães',
  },
  {
    given: 'Ádám Zsófia Bence Réka Gergő Emőke Lőrinc Tünde',
    family: 'Szabó Kővári Tóth Nagyné Fűzfa Őszi Vörös Gál',
    familyFirst: true,
  },
  {
    given: 'Ayşe Çağrı Gülşen İlker Özge Uğur Şebnem Barış Tuğçe Ömer',
    family: 'Yıldız Öztürk Çelik Şahin Koçak Güneş Aydın Kılıç Işık Doğan',
  },
  {
    given: 'Thị_Hương Minh_Đức Ngọc_Ánh Quốc_Bảo Thùy_Dương Văn_Hậu Kim_Liên Xuân_Trường',
    family: 'Nguyễn Trần Phạm Đặng Vũ Đỗ Hoàng Bùi',
    familyFirst: true,
  },
  {
    given: 'Ọláyínká Adébáyọ̀ Títílayọ̀ Ṣadé Olúwaṣeun Ìfẹ́olúwa Akínwùmí Bọ́láńlé',
    family: 'Ògúnlẹ́sí Adéyẹmí Ọbáfẹ́mi Ṣówándé Akínọlá Fágúnwà Àjàyí Ẹ̀bùn',
  },
  {
    given:
      'Юлия=yulia Алексей=aleksei Надежда=nadezhda Фёдор=fyodor Олена=olena Ґанна=ganna Тарас=taras Жанна=zhanna Світлана=svitlana',
    family:
      'Щербак=shcherbak Морозов=morozov Коваленко=kovalenko Їжакевич=yizhakevych Журавлёв=zhuravlyov Цветаев=tsvetaev Бойко=boiko Чайка=chaika',
  },
  {
    given:
      'Ελένη=eleni Γιώργος=giorgos Ανθή=anthi Οδυσσέας=odysseas Κατερίνα=katerina Στέφανος=stefanos Ξένια=xenia Νίκος=nikos',
    family:
      'Παππά=pappa Οικονόμου=oikonomou Βλάχος=vlachos Ψαρρός=psarros Δημητρίου=dimitriou Ζωγράφου=zografou Χατζής=chatzis',
  },
  {
    given: 'ნინო=nino გიორგი=giorgi თამარ=tamar ლევან=levan ქეთევან=ketevan ვახტანგ=vakhtang მზია=mzia',
    family:
      'ბერიძე=beridze კაპანაძე=kapanadze გელაშვილი=gelashvili ჯავახიშვილი=javakhishvili წერეთელი=tsereteli ღლონტი=ghlonti',
  },
  {
    given: 'Անահիտ=anahit Տիգրան=tigran Շուշան=shushan Արամ=aram Գոհար=gohar Վարդան=vardan Նարե=nare',
    family: 'Հակոբյան=hakobyan Սարգսյան=sargsyan Գրիգորյան=grigoryan Պետրոսյան=petrosyan Ղազարյան=ghazaryan',
  },
  {
    given: 'ليلى=layla عمر=omar نور=nour خالد=khaled ياسمين=yasmin سامي=sami هدى=huda طارق=tariq رنا=rana',
    family: 'الحسيني=alhusseini منصور=mansour الخطيب=alkhatib درويش=darwish النجار=alnajjar حداد=haddad الشامي=alshami',
  },
  {
    given: 'شیرین=shirin بهرام=bahram پروین=parvin کیوان=keyvan ژاله=zhaleh گلنار=golnar',
    family: 'رستمی=rostami پورنگ=pourang کریمی=karimi یزدانی=yazdani چراغی=cheraghi',
  },
  {
    given: 'נועה=noa איתן=eitan שירה=shira יונתן=yonatan תמר=tamar אורי=uri מיכל=michal',
    family: 'לוי=levi כהן=cohen פרידמן=friedman ברק=barak שפירא=shapira אלמוג=almog',
  },
  {
    given: 'आरती=aarti विक्रम=vikram प्रिया=priya अर्जुन=arjun स्मिता=smita कृष्ण=krishna ऋतु=ritu हर्ष=harsh',
    family: 'शर्मा=sharma त्रिपाठी=tripathi जोशी=joshi मिश्रा=mishra श्रीवास्तव=shrivastava चौधरी=chaudhary',
  },
  {
    given: 'অনন্যা=ananya সৌমিত্র=soumitra রুদ্র=rudra মৌসুমী=mousumi তানভীর=tanvir',
    family: 'চট্টোপাধ্যায়=chattopadhyay রহমান=rahman সেনগুপ্ত=sengupta বিশ্বাস=biswas',
  },
  {
    given: 'கவிதா=kavitha முருகன்=murugan தமிழ்ச்செல்வி=tamilselvi இளங்கோ=ilango மீனா=meena',
    family: 'சுப்பிரமணியன்=subramanian ராமசாமி=ramasamy பாண்டியன்=pandian வேலு=velu',
  },
  {
    given: 'สมชาย=somchai ปิยะนุช=piyanuch วรรณา=wanna ธีรพงษ์=theeraphong กมล=kamon',
    family: 'ศรีสุข=srisuk จันทร์แก้ว=chankaew ทองดี=thongdi วงศ์ใหญ่=wongyai',
  },
  {
    given: 'ሰላም=selam ዳዊት=dawit ሄለን=helen አበበ=abebe ትዕግስት=tigist ዮናስ=yonas',
    family: 'ተስፋዬ=tesfaye ገብረ=gebre ኃይሉ=hailu መኮንን=mekonnen በቀለ=bekele',
  },
  {
    given: '秀英=xiuying 伟=wei 丽娜=lina 志强=zhiqiang 晓明=xiaoming 雨桐=yutong 建国=jianguo',
    family: '王=wang 李=li 欧阳=ouyang 陈=chen 赵=zhao 司徒=situ 周=zhou',
    familyFirst: true,
    joint: '',
  },
  {
    given: 'さくら=sakura 太郎=taro ひかり=hikari 健一=kenichi ユウキ=yuki 美咲=misaki 蓮=ren',
    family: '山田=yamada 佐藤=sato 鈴木=suzuki 小野寺=onodera 渡邉=watanabe 髙橋=takahashi',
    familyFirst: true,
  },
  {
    given: '서연=seoyeon 민준=minjun 하은=haeun 지훈=jihun 수빈=subin 도윤=doyun',
    family: '김=kim 이=lee 박=park 남궁=namgung 최=choi 정=jeong',
    familyFirst: true,
    joint: '',
  },
  {
    given: 'Ada Grace Alan Edsger Barbara Katherine Kwame Lindiwe Moana Keoni Sipho Wairimu',
    family: 'Okafor Mbeki Kahananui Ndlovu Te_Rangi Whitlock Osei Achieng Brennan Llewellyn',
  },
]
