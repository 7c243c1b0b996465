"""Chinese sentences in, events out."""

import pytest

from memcon.knowledge import load
from memcon.model import Document, Event
from memcon.reading import chinese, passages

TODAY = "2023-06-20"


def read(text: str, today: str = TODAY) -> tuple[Event, ...]:
    page = passages.cut(Document(id="case", text=text))
    return chinese.read(page, tuple(range(len(page.passages))), load(), today).events


def people(event: Event) -> set[str]:
    return {p.name for p in event.participants if p.name}


def parties(event: Event) -> set[str]:
    return {p.party for p in event.participants if p.party}


CASES = [
    # type, status, names, parties, date, place, text
    ("meeting", "occurred", {"习近平", "布林肯"}, {"CHN", "USA"}, "2023-06-19", "北京",
     "6月19日下午，国家主席习近平在北京会见美国国务卿布林肯。习近平指出，中美两国应该相互尊重。"),
    ("meeting", "occurred", {"習近平", "布林肯"}, {"CHN", "USA"}, "2023-06-19", "北京",
     "中國國家主席習近平周一在北京會見到訪的美國國務卿布林肯，雙方就兩國關係交換意見。"),
    ("phone_call", "occurred", {"秦刚", "布林肯"}, {"CHN", "USA"}, "2023-06-14", None,
     "2023年6月14日，国务委员兼外交部长秦刚应约同美国国务卿布林肯通电话。"),
    ("video_call", "occurred", {"习近平", "普京"}, {"CHN", "RUS"}, "2022-12-30", None,
     "去年12月30日，国家主席习近平在北京同俄罗斯总统普京举行视频会晤。"),
    ("visit", "planned", {"耶伦"}, {"USA", "CHN"}, "2023-07-06/2023-07-09", None,
     "美国财政部长耶伦将于7月6日至9日访华，这是她上任后首次访问中国。"),
    ("summit", "occurred", {"李强", "尹锡悦", "岸田文雄"}, {"CHN", "KOR", "JPN"}, "2023-05-27", "首尔",
     "第九次中日韩领导人会议5月27日在首尔举行，国务院总理李强同韩国总统尹锡悦、日本首相岸田文雄共同出席。"),
    ("dialogue_round", "occurred", {"黃英賢", "王毅"}, {"AUS", "CHN"}, "2023-06-20", "坎培拉",
     "澳洲外長黃英賢20日在坎培拉與到訪的中國外長王毅舉行第七輪中澳外交與戰略對話。"),
    ("joint_statement", "occurred", set(), {"CHN", "SAU", "IRN"}, "2023-06-10", "北京",
     "中国、沙特、伊朗10日在北京发表三方联合声明。"),
    ("agreement_signed", "occurred", {"普京", "金正恩"}, {"RUS", "PRK"}, "2023-06-19", None,
     "俄罗斯总统普京19日同朝鲜最高领导人金正恩签署全面战略伙伴关系条约。"),
    ("protest", "occurred", {"谢锋", "伯恩斯"}, {"CHN", "USA"}, "2023-06-02", None,
     "中国外交部副部长谢锋2日夜间紧急召见美国驻华大使伯恩斯，提出严正交涉和强烈抗议。"),
    ("expulsion_or_recall", "occurred", {"乔利", "赵巍"}, {"CAN", "CHN"}, "2023-05-08", None,
     "加拿大外交部长乔利5月8日宣布，将中国驻多伦多领事赵巍列为“不受欢迎的人”并予以驱逐。"),
    ("expulsion_or_recall", "occurred", set(), {"CHN", "LTU"}, "2023-06-10", None,
     "中國政府10日決定召回中國駐立陶宛大使。"),
    ("contact_suspended", "occurred", set(), {"NRU", "TWN"}, "2023-06-15", None,
     "太平洋岛国瑙鲁15日宣布与台湾断交。"),
    ("contact_resumed", "occurred", set(), {"SAU", "IRN"}, "2023-06-10", None,
     "沙特和伊朗10日同意恢复外交关系。"),
    ("contact_refused", "occurred", set(), {"CHN", "USA"}, "2022", None,
     "五角大楼表示，去年中方拒绝了美方关于两国防长会晤的请求。"),
    ("contact_unanswered", "occurred", {"西雅尔多"}, {"HUN", "UKR"}, "2023-06-07~/2023-06-20~", None,
     "匈牙利外长西雅尔多表示，他曾多次致函乌方要求会晤，但至今未获回应。"),
    ("sanction", "occurred", set(), {"CHN", "USA"}, "2023-06-16", None,
     "中方16日宣布对7家美国军工企业实施制裁。"),
    ("brief_encounter", "occurred", {"奥斯汀", "李尚福"}, {"USA", "CHN"}, "2023-06-02", "新加坡",
     "美国防长奥斯汀与中国国防部长李尚福2日在新加坡香格里拉对话会期间简短交谈。"),
    ("visit", "cancelled", {"布林肯"}, {"USA", "CHN"}, "2023-06-05/2023-06-06", None,
     "美国国务卿布林肯推迟原定5日至6日的访华行程。"),
    ("visit", "planned", {"特朗普"}, {"USA", "CHN"}, None, None,
     "美國總統特朗普表示，他接受習近平邀請訪華。"),
    # A name again in Latin letters, companions between subject and verb.
    ("meeting", "occurred", {"蘇利文", "王毅"}, {"USA", "CHN"}, "2023-05-10", "維也納",
     "美國國安顧問蘇利文(Jake Sullivan)5月10日在助卿康達(Daniel Kritenbrink)陪同下，與中共中央外事工作委員會辦公室"
     "主任王毅在維也納會晤。"),
    # A dotted name whose last part the tables know.
    ("phone_call", "occurred", {"雷杰普·塔伊普·埃尔多安", "弗拉基米尔·泽连斯基"}, {"TUR", "UKR"}, "2023-06-07", None,
     "土耳其总统雷杰普·塔伊普·埃尔多安7日与乌克兰总统弗拉基米尔·泽连斯基通电话。"),
    # What a protest is about names no party to it, nor do words in quotation marks; a day is not Japan.
    ("protest", "occurred", {"孙卫东", "垂秀夫"}, {"CHN", "JPN"}, "2023-05-21", None,
     "外交部副部长孙卫东5月21日召见日本驻华大使垂秀夫，就七国集团广岛峰会涉台言论提出严正交涉。"),
    ("protest", "occurred", {"船越健裕", "吳江浩"}, {"CHN", "JPN"}, "2023-06-14", None,
     "日本外務審議官船越健裕十四日召見中國駐日大使吳江浩，就「台灣有事」貼文提出強烈抗議。"),
    ("joint_statement", "occurred", set(), {"CHN", "EGY"}, "2023-06-20", None,
     "王毅访问埃及、突尼斯和多哥。中埃两国外长交换了意见。双方20日发表联合声明。"),
    # "The same day" is the one that the sentence names, not the page's.
    ("protest", "occurred", {"里亚布科夫", "沙利文"}, {"RUS", "USA"}, "2023-06-16", None,
     "俄罗斯外交部16日宣布，俄副外长里亚布科夫当天召见美国驻俄大使沙利文。"),
    ("expulsion_or_recall", "occurred", set(), {"RUS", "GBR"}, "2023-06-17", None,
     "17日，俄罗斯政府宣布驱逐23名英国驻俄外交人员。"),
    ("meeting", "occurred", {"劳埃德·奥斯丁", "李尚福"}, {"USA", "CHN"}, "2023-06-02", "新加坡",
     "美国国防部长劳埃德·奥斯丁(Lloyd Austin)2日在新加坡会见中国国防部长李尚福。"),
    ("sanction", "occurred", {"查瑞夫"}, {"USA", "IRN"}, "2023-06-20", None,
     "美國今天對伊朗外長、德黑蘭最高發言人查瑞夫(Mohammad Javad Zarif)祭出制裁。"),
    ("dialogue_round", "occurred", {"苗得雨", "德罗比宁"}, {"CHN", "RUS"}, "2023-06-18", "北京",
     "外交部部长助理兼政策规划司司长苗得雨18日在北京同俄罗斯外交部政策规划局局长德罗比宁举行新一轮中俄外交政策磋商。"),
    ("meeting", "occurred", {"拉夫罗夫", "德米斯图拉"}, {"RUS", "UN"}, "2023-06-16", None,
     "俄罗斯外长拉夫罗夫16日会见联合国叙利亚问题特使德米斯图拉。"),
    ("meeting", "occurred", {"李克强", "通伦"}, {"CHN", "LAO"}, "2023-06-08", "万象",
     "国务院总理李克强当地时间8日晚在万象总理府同老挝总理通伦举行会谈。"),
    ("visit", "planned", set(), {"CHN", "KOR"}, None, None,
     "韩国外长朴振与中方就中国外长访问韩国达成共识。"),
    # A date and a person as Taiwan's papers write them; a president by his family name.
    ("visit", "planned", {"賴清德"}, {"TWN", "PRY"}, "2023-08-14/2023-08-16", None,
     "副總統賴清德將於8月14日至16日率團訪問南美洲友邦巴拉圭。"),
    ("expulsion_or_recall", "occurred", set(), {"TWN", "HND"}, "2023-06-19", None,
     "外交部今（19）日宣布立即召回我駐宏都拉斯大使，並對宏國政府罔顧邦誼表達強烈不滿。"),
    # Trades of words: consultations held, opinions exchanged, a call answered by another.
    ("dialogue_round", "occurred", {"刘劲松", "船越健裕"}, {"CHN", "JPN"}, "2023-04-10", "东京",
     "外交部亚洲司司长刘劲松4月10日在东京同日本外务省外务审议官船越健裕举行磋商。"),
    ("meeting", "occurred", {"王毅", "布林肯"}, {"CHN", "USA"}, "2023-02-18", "慕尼黑",
     "2月18日，中央外办主任王毅与美国国务卿布林肯在慕尼黑就中美关系交换了意见。"),
    ("phone_call", "occurred", {"馬克宏", "澤倫斯基"}, {"FRA", "UKR"}, "2023-06-10", None,
     "法國總統馬克宏10日打給烏克蘭總統澤倫斯基。"),
    ("sanction", "occurred", set(), {"CHN", "USA"}, "2023-02-16", None,
     "中国商务部2月16日宣布，因美国企业参与对台军售，将洛克希德·马丁公司列入不可靠实体清单，对美国采取反制措施。"),
    ("expulsion_or_recall", "occurred", set(), {"DEU", "RUS"}, "2022-04-04", None,
     "德国外交部2022年4月4日宣布40名俄罗斯外交官为“不受欢迎的人”。"),
    ("contact_unanswered", "occurred", {"奥斯汀"}, {"USA", "CHN"}, "2023-06-07~/2023-06-20~", None,
     "记者会后，美国国防部长奥斯汀提议与中国防长通话，中方至今没有给出明确答复。"),
    ("contact_suspended", "occurred", set(), {"IND", "CAN"}, "2023-06-01", None,
     "印度6月1日宣布暂停与加拿大的自由贸易协定洽商。"),
    # What was once planned and is put off; the next clause of a plan.
    ("visit", "cancelled", {"布林肯"}, {"USA", "CHN"}, "2023-02-05", None,
     "美国国务卿布林肯原定2月5日访问中国，但因气球事件已宣布推迟行程。"),
    ("meeting", "planned", {"馬克龍", "澤連斯基"}, {"FRA", "UKR"}, "2023-06-21", "基輔",
     "法國總統馬克龍明日將前往基輔，並與烏克蘭總統澤連斯基會面。"),
    # Whom a special envoy stands for is not there; who chairs a dialogue takes part in it.
    ("dialogue_round", "planned", {"刘鹤", "努钦"}, {"CHN", "USA"}, "2023-07-10", "北京",
     "中国国家主席习近平特别代表刘鹤副总理将于7月10日在北京与美国财政部长努钦共同主持中美经贸磋商。"),
    # Two countries in one journey; a party secretary of a city; a Japanese name with a stopping character.
    ("meeting", "occurred", {"布林肯", "陈吉宁"}, {"USA", "CHN"}, "2023-06-19", "上海",
     "19日，美国国务卿布林肯在上海与上海市委书记陈吉宁会面。"),
    ("protest", "occurred", {"林芳正", "吴江浩"}, {"JPN", "CHN"}, "2023-06-12", None,
     "日本外相林芳正12日召见中国驻日大使吴江浩提出抗议。"),
    # What is the subject matter of a call takes no part in it.
    ("phone_call", "occurred", {"马克龙", "普京"}, {"FRA", "RUS"}, "2023-06-03", None,
     "法国总统马克龙3日与俄罗斯总统普京就乌克兰局势通电话。"),
    # Where a report was written is no party to it; a dotted name may hold a word that stops others.
    ("meeting", "occurred", {"布林肯", "秦刚"}, {"USA", "CHN"}, "2023-06-18", None,
     "（联合早报北京18日综合电）美国国务卿布林肯18日与中国外交部长秦刚会面。"),
    ("meeting", "occurred", {"穆萨伊德·本·穆罕默德·艾班", "沙姆哈尼"}, {"SAU", "IRN"}, "2023-03-10", "北京",
     "沙特国家安全顾问穆萨伊德·本·穆罕默德·艾班3月10日在北京与伊朗最高国家安全委员会秘书沙姆哈尼会面。"),
    ("phone_call", "occurred", {"林星姬", "比根"}, {"KOR", "USA"}, "2023-06-01", None,
     "韩国外交部韩半岛和平交涉本部长林星姬1日和美国国务院对朝特别代表比根通电话。"),
    ("brief_encounter", "occurred", {"奥斯汀", "魏凤和"}, {"USA", "CHN"}, "2022-11-22", None,
     "美国防长奥斯汀2022年11月22日与时任中国防长魏凤和简短交谈。"),
    # A country with 国 behind it, an honour before a name, a dot as Taiwan writes it, a head made of its ministry.
    ("visit", "occurred", {"戴斐立"}, {"TUV", "TWN"}, "2023-06-19", None,
     "吐瓦魯國總理戴斐立19日率團來台參加國慶大典。"),
    ("meeting", "planned", {"安华", "黄循财"}, {"MYS", "SGP"}, "2023-06-22", None,
     "马来西亚首相拿督斯里安华22日将会晤新加坡总理黄循财。"),
    ("phone_call", "occurred", {"安華", "夏巴茲.夏立夫"}, {"MYS", "PAK"}, "2023-06-19", None,
     "馬來西亞首相安華19日接到巴基斯坦總理夏巴茲.夏立夫(Shehbaz Sharif)電話。"),
    ("meeting", "occurred", {"安華", "劉建超"}, {"MYS", "CHN"}, "2023-06-19", None,
     "馬來西亞首相安華指出，他19日接見中共中央對外聯絡部長劉建超。"),
    ("visit", "occurred", {"李强"}, {"CHN", "DEU", "FRA"}, "2023-06-18", None,
     "国务院总理李强6月18日启程，开始对德国、法国之行。"),
    ("visit", "occurred", {"習近平"}, {"CHN", "RUS"}, "2023-03-20", None,
     "此時正值中國國家主席習近平3月20日對俄羅斯進行國是訪問。"),
    # What happens on a journey is dated by it; a day before 中 is no pair of parties.
    ("meeting", "planned", {"耶伦", "何立峰"}, {"USA", "CHN"}, "2023-07-06/2023-07-09", None,
     "美国财政部长耶伦将于7月6日至9日访华。耶伦此行将会见中国副总理何立峰。"),
    ("meeting", "occurred", {"林佳龍", "惠恕仁"}, {"TWN", "PLW"}, "2023-06-20", "台北",
     "台灣外交部長林佳龍20日中午在台北會見帛琉總統惠恕仁。"),
    # A plan that two verbs share; 日驻华 before a title; a numbered summit; a dinner given.
    ("meeting", "planned", {"耶伦", "何立峰"}, {"USA", "CHN"}, "2023-07-06", None,
     "美国财政部长耶伦将于7月6日访问中国会见副总理何立峰。"),
    ("protest", "occurred", {"傅莹", "丹羽宇一郎"}, {"CHN", "JPN"}, "2012-08-15", None,
     "2012年8月15日，中国外交部副部长傅莹立即传唤了日驻华大使丹羽宇一郎。"),
    ("summit", "occurred", {"李克强"}, {"CHN", "ASEAN"}, "2017-11-13", "马尼拉",
     "2017年11月13日，国务院总理李克强在马尼拉出席第20次中国-东盟(10+1)领导人会议。"),
    ("meeting", "occurred", {"穆罕默德", "马克龙"}, {"QAT", "FRA"}, "2023-06-12", "多哈",
     "卡塔尔首相穆罕默德12日在多哈设宴款待法国总统马克龙。"),
    # Negotiations of others: rounds told in a row, by a third party's good offices, at a rank.
    ("dialogue_round", "occurred", set(), {"IRN", "USA"}, "2022-04-12", None,
     "伊朗与美国的第一轮间接谈判于2022年4月12日在阿曼举行。"),
    ("dialogue_round", "occurred", set(), {"USA", "IRN"}, "2023-06-19", None,
     "美国19日针对核问题，与伊朗展开第二轮谈判。"),
    ("dialogue_round", "occurred", set(), {"PRK", "KOR"}, "2018-06-14", "板门店",
     "2018年6月14日，朝韩双方在板门店举行将军级军事会谈。"),
    ("contact_resumed", "occurred", set(), {"KOR", "PRK"}, "2018-07-01", None,
     "2018年7月1日，韩国与朝鲜恢复西部海域军事通信线路。"),
    ("meeting", "occurred", {"博雷利", "亚历山大·武契奇", "库尔蒂"}, {"EU", "SRB", "XKX"}, "2023-02-27", "布鲁塞尔",
     "欧盟外交和安全政策高级代表博雷利2023年2月27日在布鲁塞尔与塞尔维亚总统亚历山大·武契奇和科索沃总理库尔蒂举行三方会议。"),
    ("protest", "occurred", {"武契奇"}, {"SRB", "USA", "GBR", "EU"}, "2023-05-30", None,
     "当地时间2023年5月30日8时，塞尔维亚总统武契奇召见美国和英国两国大使以及欧盟代表团团长。"),
    ("visit", "planned", {"李家超"}, {"HKG", "LAO", "KHM", "VNM"}, "2024-07-28", None,
     "香港特区行政长官李家超将于2024年7月28日率领代表团依次访问3个东盟成员国老挝、柬埔寨和越南。"),
    # Where talks were is no party to them; who is sent goes; 他 goes on with the sentence's own subject.
    ("dialogue_round", "occurred", set(), {"IRN", "USA"}, "2023-04-12", None,
     "4月12日，伊朗与美国就核问题在阿曼举行了首轮间接谈判。"),
    ("visit", "occurred", {"雷伊納"}, {"HND", "CHN"}, "2023-06-07~/2023-06-20~", None,
     "宏都拉斯總統卡斯楚日前派外交部長雷伊納率團訪中。"),
    ("visit", "occurred", {"库尔茨"}, {"AUT", "XKX"}, "2023-06-05", None,
     "奥地利总理库尔茨5日说，入盟取决于双方，他当天还前往科索沃首府普里什蒂纳。"),
    # Whose a ministry alone is: Taiwan's on a page of its own wire, China's on one that names only that.
    ("protest", "occurred", set(), {"TWN", "CHN"}, "2023-06-20", None,
     "（中央社记者杨明珠台北20日电）外交部今天就中国军机扰台向中方提出严正抗议。"),
    ("protest", "occurred", set(), {"CHN", "LTU"}, "2023-06-19", None,
     "立陶宛與台灣往來密切，台灣在當地設處。早前中國外交部批評立陶宛。外交部19日就台灣問題向立陶宛提出抗議。"),
    # A date of what is protested against, of taking office, in brackets behind its weekday; a month's end.
    ("protest", "occurred", set(), {"POL", "RUS"}, "2023-06-13", None,
     "波兰外交部13日召见俄罗斯大使，就2022年11月导弹坠落事件向俄方提出抗议。"),
    ("meeting", "occurred", {"苏纳克", "习近平"}, {"GBR", "CHN"}, "2023-06-15", "北京",
     "英国首相苏纳克星期四（6月15日）在北京会见中国国家主席习近平。"),
    ("visit", "planned", {"卡西斯"}, {"CHE", "CHN"}, "2023-06-24~/2023-06-30~", None,
     "瑞士外长卡西斯月底将访问中国。"),
    # Called off by its own traveller; a plan behind another occasion; who is about to leave office met all the same.
    ("visit", "cancelled", {"安倍晋三"}, {"JPN", "IRN"}, None, None,
     "日本首相安倍晋三决定放弃访问伊朗的计划。"),
    ("meeting", "planned", {"莫迪", "苏纳克"}, {"IND", "GBR"}, "2023-07-02", None,
     "印度总理莫迪计划在七国集团峰会后的7月2日与英国首相苏纳克举行会谈。"),
    ("meeting", "occurred", {"崔天凯", "佩洛西"}, {"CHN", "USA"}, "2023-06-18", None,
     "6月18日，即将离任的中国驻美国大使崔天凯拜会美国众议长佩洛西。"),
    # Those who invited are those visited; several visitors each for themselves; a visitor's manner stands between.
    ("visit", "planned", {"王毅"}, {"CHN", "FRA", "ESP", "PRT"}, "2023-07-16/2023-07-24", None,
     "应法国外长科隆纳、西班牙外交大臣阿尔瓦雷斯、葡萄牙外交部长克拉维尼奥邀请，外交部长王毅将于7月16日至24日对上述三国"
     "进行正式访问。"),
    ("visit", "occurred", {"佩洛西"}, {"USA", "TWN"}, "2022-08-02", None,
     "2022年8月2日，美国众议院议长佩洛西不顾反对，执意窜访台湾。"),
    ("visit", "occurred", {"李在明"}, {"KOR", "CHN"}, "2023-06-15", None,
     "韩国总统李在明15日结束中国访问行程返回首尔。"),
    # Where one was when somebody came is not who met; an adviser of another; talks named for both.
    ("meeting", "planned", {"柯维立", "韩正"}, {"GBR", "CHN"}, "2023-07-04", "伦敦",
     "英国外交大臣柯维立说，他将在7月4日中国代表团到访伦敦时会见中国国家副主席韩正。"),
    ("meeting", "occurred", {"苏杰生", "阿齐兹"}, {"IND", "PAK"}, "2015-03-03", None,
     "2015年3月3日，印度外交秘书苏杰生会见巴基斯坦总理谢里夫的国家安全顾问阿齐兹。"),
    # Acts: by whose hand, against a list, each for itself, called in.
    ("protest", "occurred", {"孫衛東", "垂秀夫"}, {"CHN", "JPN"}, "2023-06-19", None,
     "中國外交部19日召見日本駐華大使垂秀夫，由副外長孫衛東表達嚴正關切。"),
    ("sanction", "occurred", {"羅斯", "理查森"}, {"CHN", "USA"}, "2021-07-23", None,
     "中方2021年7月23日決定，根據《反外國制裁法》對美國前商務部長羅斯、美國國會委員會主席理查森等人實施制裁。"),
    ("protest", "occurred", {"莱德雷"}, {"EST", "RUS"}, "2023-06-12", None,
     "12日，爱沙尼亚驻俄大使莱德雷被召至俄罗斯外交部。"),
    ("contact_refused", "occurred", set(), {"CHN", "JPN", "KOR"}, "2023-06-07~/2023-06-20~", None,
     "中方拒绝明年1月举行中日韩首脑会谈。"),
    ("contact_unanswered", "occurred", set(), {"KOR", "PRK"}, "2023-04-07", None,
     "韩国统一部2023年4月7日致电北韩，但北韩并未接听。"),
    ("contact_suspended", "occurred", set(), {"IND", "PAK"}, "2008-11", None,
     "印巴两国关系在2008年11月恶化，对话中断。"),
    # Communiques that establish relations; a signing attended; a numbered joint committee.
    ("agreement_signed", "occurred", {"王毅", "阿劳霍"}, {"CHN", "HND"}, "2023-03-26", "北京",
     "3月26日，外交部长王毅同洪都拉斯外长阿劳霍在北京签署关于建立外交关系的联合公报。"),
    ("agreement_signed", "occurred", set(), {"CHN", "TON"}, "1998-10-26", None,
     "1998年10月26日，中国与汤加在两国建立外交关系的联合公报上签字。"),
    ("meeting", "occurred", {"李克强"}, {"CHN", "ETH"}, "2014-05-04", None,
     "2014年5月4日，中国总理李克强与埃塞俄比亚总理参加铁路合作签字仪式。"),
    # Who expels where no agent is told; a title behind a name and its gloss; a name that begins like a country's.
    ("expulsion_or_recall", "occurred", set(), {"RUS", "CZE"}, "2023-06-15", None,
     "俄罗斯外交部15日表示，捷克驻莫斯科大使馆的两名工作人员已被宣布为“不受欢迎的人”。"),
    ("visit", "occurred", {"戴斐立"}, {"TUV", "TWN"}, "2023-05", None,
     "上個月，吐瓦魯戴斐立(Feleti Teo)總理率團到臺灣參加總統就職典禮。"),
    ("protest", "occurred", {"巴西特"}, {"IND", "PAK"}, "2023-06-14", None,
     "印度外交部14日召見巴基斯坦駐印度大使巴西特(Abdul Basit)。巴西特未作回應。"),
    ("visit", "occurred", {"马克龙"}, {"FRA", "CHN"}, "2023-04-05", None,
     "4月5日，法国总统马克龙开启第三次对华国事访问。"),
    ("visit", "occurred", {"王毅"}, {"CHN", "FRA"}, "2022", "巴黎",
     "去年访问巴黎时，外长王毅同马克龙总统交谈。"),
    ("visit", "planned", {"让·诺埃尔·巴罗"}, {"FRA", "CHN"}, "2023-06-27", None,
     "法国外长让·诺埃尔·巴罗(Jean-Noël Barrot)将于27日访华。"),
    ("agreement_signed", "planned", {"尹錫悅"}, {"KOR", "FRA"}, "2023-06-22", None,
     "南韓總統尹錫悅22日起將訪問法國。尹錫悅此行預計簽署多份合作備忘錄。"),
    ("meeting", "occurred", {"罗照辉", "泷崎成树"}, {"CHN", "JPN"}, "2020-02-18", "北京",
     "2020年2月18日，日本外务省亚洲大洋洲局长泷崎成树在北京同中国外交部副部长罗照辉举行了会谈。"),
    # Who goes on to hold what a later clause names; whom an office taken does not add; beside a summit, not one.
    ("dialogue_round", "planned", {"王毅"}, {"CHN", "DEU"}, "2023-07-10/2023-07-13", None,
     "外交部长王毅将于7月10日至13日访问法国，赴德国主持中德第七轮外长级战略对话。"),
    ("phone_call", "occurred", {"默茨", "习近平"}, {"DEU", "CHN"}, "2023-06-07~/2023-06-20~", None,
     "这是默茨（Friedrich Merz）本月就任德国总理以来首次与中国国家主席习近平通话。"),
    ("meeting", "occurred", {"尹锡悦", "岸田文雄"}, {"KOR", "JPN"}, "2023-05-21", None,
     "5月21日，韩国总统尹锡悦同日本首相岸田文雄在七国集团峰会场边举行会谈。"),
    ("phone_call", "occurred", {"尹锡悦", "岸田文雄"}, {"KOR", "JPN"}, "2023-04", None,
     "韩国总统尹锡悦表示，自今年四月与日本首相岸田文雄通话后，一直期待访日。"),
    ("meeting", "occurred", {"科隆纳", "阿卜杜拉希扬"}, {"FRA", "IRN"}, "2023-04-07", "北京",
     "法国总统马克龙访华期间，陪同出访的法国外长科隆纳也于4月7日在北京会晤伊朗外长阿卜杜拉希扬。"),
    ("sanction", "occurred", set(), {"USA", "CHN"}, "2023-06-16", None,
     "美国国务院16日宣布制裁五名香港中联办副主任。"),
    ("visit", "planned", {"习近平"}, {"CHN", "JPN"}, "2023-07-01~/2023-07-10~", None,
     "日方证实，将筹备7月上旬中国国家主席习近平作为国宾访日。"),
    ("meeting", "occurred", {"林佳龍", "戴斐立"}, {"TWN", "TUV"}, "2023-06-19", None,
     "台灣外交部長林佳龍19日率團訪問吐瓦魯。林佳龍訪吐期間會晤吐國總理戴斐立。"),
    ("dialogue_round", "occurred", {"王受文"}, {"CHN", "CAN"}, "2023-05-10", "渥太华",
     "5月10日，商务部副部长王受文在加拿大渥太华主持召开第28届中加经贸联委会。"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "status", "names", "sides", "date", "place", "text"), CASES)
def test_event(
    kind: str, status: str, names: set[str], sides: set[str], date: str | None, place: str | None, text: str
) -> None:
    found = [e for e in read(text) if e.type == kind]
    assert len(found) == 1
    event = found[0]
    assert (event.status, people(event), parties(event), event.date) == (status, names, sides, date)
    assert (event.place.name if event.place else None) == place
    assert event.evidence in text


NOTHING = [
    "中方愿同美方加强对话，推动两国关系发展。",
    "习近平主席多次同普京总统会晤。",
    "有传闻称美国总统拜登即将会见俄罗斯总统普京。",
    "香港特首李家超会见广东省省长王伟中。",
    "中国国务院总理李强没有会见日本首相岸田文雄。",
    "中国新任驻美国大使谢锋是资深外交官。",
    "中日战略对话是两国外交部门进行战略沟通的重要渠道。",
    "美国官员一直渴望与中国同行恢复会谈。",
    "美国总统特朗普认为现阶段举行美俄峰会无助于达成目标。",
    "王毅表示，中俄恢复对话非常重要。",
    "今年是习近平主席对新西兰进行国事访问10周年。",
    "外交部发言人毛宁说，中方从未召开关于取消制裁的新闻发布会。",
    "双方就第二次朝美首脑会谈等事宜交换了意见。",
    "美国国务院发言人表示，美方正在考虑对有关中国官员实施制裁。",
    "中欧领导人就中欧关系深入交换意见。",
    "外交部发言人毛宁主持例行记者会，回答了记者就中国外交提出的一些问题，部分内容如下。\n请问王毅外长此次访问法国主要有何目的，"
    "双方将就哪些问题交换意见？",
    "英国外交大臣柯维立被问及是否将会见中国国家副主席韩正。",
    "柯维立说，他会像会见中国官员一样对待美国官员。",
    "以中韩首脑会谈为契机，两国关系得到改善。",
    "除非伊朗恢复与美国的谈判，否则制裁不会解除。",
    "双方讨论了中美下一次贸易高层会谈的筹备工作。",
    "李强评价韩国总统李在明在G20峰会上的讲话。",
    "韩国统一部每天上午同北韩通话。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(text: str) -> None:
    assert [(e.type, e.status) for e in read(text) if e.status != "denied"] == []


def test_meetings_in_turn_are_several_events() -> None:
    found = read("6月18日，国家主席习近平在利马先后会见韩国总统尹锡悦、日本首相岸田文雄。")
    assert [people(e) for e in found] == [{"习近平", "尹锡悦"}, {"习近平", "岸田文雄"}]


def test_a_call_joins_two() -> None:
    found = read("土耳其外长恰武什奥卢20日与俄罗斯外长拉夫罗夫、乌克兰外长库列巴进行了通话。")
    assert [(e.type, people(e)) for e in found] == [
        ("phone_call", {"恰武什奥卢", "拉夫罗夫"}),
        ("phone_call", {"恰武什奥卢", "库列巴"}),
    ]


def test_what_only_says_more_of_a_meeting_is_no_visit_of_another_day() -> None:
    found = read("外交部长王毅1日在北京会见法国外长塞茹尔内。这是后者今年1月就任后的首次访华。")
    assert [(e.type, e.date) for e in found] == [("meeting", "2023-06-01")]


def test_characters_in_a_row_are_several_parties() -> None:
    found = read("美国总统拜登10日分别同日、韩、澳等国元首通电话。")
    assert [parties(e) for e in found] == [{"USA", "JPN"}, {"USA", "KOR"}, {"USA", "AUS"}]


def test_a_word_for_the_states_does_not_hide_who_met() -> None:
    text = "美国总统拜登和俄罗斯总统普京6日举行视频会议，这是美俄今年第二场峰会。两人5月在日内瓦会面。"
    assert [(e.type, people(e), e.date) for e in read(text)] == [
        ("video_call", {"拜登", "普京"}, "2023-06-06"),
        ("meeting", {"拜登", "普京"}, "2023-05"),
    ]


def test_each_of_several_visitors_goes_for_itself() -> None:
    found = read("老挝外长沙伦赛、越南外长裴青山将于7月2日至5日分别访问中国。")
    assert [(people(e), e.initiator, e.target) for e in found] == [
        ({"沙伦赛"}, "LAO", "CHN"),
        ({"裴青山"}, "VNM", "CHN"),
    ]


def test_each_state_expels_for_itself() -> None:
    found = read("拉脱维亚和爱沙尼亚16日分别驱逐一名俄罗斯外交官。俄方反击，驱逐两名波兰外交官和五名捷克外交官。")
    assert [(e.initiator, e.target) for e in found] == [
        ("LVA", "RUS"), ("EST", "RUS"), ("RUS", "POL"), ("RUS", "CZE"),
    ]  # fmt: skip


def test_a_journey_to_several_countries_is_one_visit() -> None:
    text = "王毅外长将于7月3日至5日对新西兰、澳大利亚进行正式访问，访澳期间将会见澳大利亚外长黄英贤。"
    assert [(e.status, e.target, e.date) for e in read(text) if e.type == "visit"] == [
        ("planned", "NZL|AUS", "2023-07-03/2023-07-05"),
    ]


def test_the_city_whose_name_talks_bear_is_where_they_were() -> None:
    (event,) = read("外交部发言人毛宁表示，中美日内瓦会谈后双方关系趋稳。")
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("日内瓦", "CHE")


def test_mentions_of_one_event_are_one_entry() -> None:
    text = (
        "习近平会见布林肯\n\n6月19日，国家主席习近平在北京会见美国国务卿布林肯。会见时，习近平表示，中美应相互尊重。"
        "布林肯介绍了美方立场。王毅参加会见。"
    )
    found = read(text)
    assert len(found) == 1
    assert people(found[0]) == {"习近平", "布林肯", "王毅"}
    assert len([q for q in found[0].quotes if q.field == "event"]) > 1


MET = (
    "6月19日，国家主席习近平在北京会见美国国务卿布林肯。"
    "外交部长王毅、美国总统国家安全事务助理沙利文、日本首相岸田文雄也有评论。"
)
ATTENDED = [
    (MET + "参加会见的还有王毅和沙利文。", {"习近平", "布林肯", "王毅", "沙利文"}),
    (MET + "出席此次会见的除了习近平，还有王毅以及沙利文等。", {"习近平", "布林肯", "王毅", "沙利文"}),
    (MET + "参加会见的还有岸田文雄。", {"习近平", "布林肯"}),  # of a party that did not meet
    (
        "國家主席習近平6月19日會見美國總統拜登。美國國務卿布林肯有評論。參加會見的有布林肯。",
        {"習近平", "拜登", "布林肯"},
    ),
]


@pytest.mark.parametrize(("text", "names"), ATTENDED)
def test_who_else_was_there(text: str, names: set[str]) -> None:
    (event,) = read(text)
    assert people(event) == names


def test_those_who_were_there_take_the_place_of_their_parties() -> None:
    told = "中欧领导人视频峰会19日举行。参加峰会的除了国家主席习近平，还有欧盟委员会主席冯德莱恩。"
    (event,) = read(told)
    assert [(p.name, p.party) for p in event.participants] == [("习近平", "CHN"), ("冯德莱恩", "EU")]


def test_a_row_of_one_sign_is_read_in_time() -> None:
    assert read("6月19日，国家主席习近平会见美国国务卿布林肯。" + "和" * 300 + "。")


def test_every_quote_is_cut_from_the_text() -> None:
    text = "\n\n".join(case[-1] for case in CASES)
    page = passages.cut(Document(id="case", text=text))
    findings = chinese.read(page, tuple(range(len(page.passages))), load(), TODAY)
    quotes = [q for entry in (*findings.events, *findings.statements, *findings.commitments) for q in entry.quotes]
    assert quotes
    assert all(text[q.start : q.end] == q.quote for q in quotes)


STATEMENTS = [
    ("美国国务卿布林肯对王毅表示，中方应当保持沟通渠道畅通。", "布林肯", "USA", "urges"),
    ("中國國家主席習近平告訴布林肯，兩國人民都看重穩定的關係。", "習近平", "CHN", "neutral"),
    ("台灣總統馬英九：「我們跟日本正在研商經貿往來。」", "馬英九", "TWN", "neutral"),
    ("俄驻捷克大使馆指出，捷克的做法是捏造的挑衅。", "俄驻捷克大使馆", "RUS", "neutral"),
    ("习近平指出，中美两国是全球性大国。", "习近平", "CHN", "neutral"),
    ("美国国务卿布林肯说，美方敦促中方克制。", "布林肯", "USA", "urges"),
    ("中国外交部警告，美方须承担一切后果。", "中国外交部", "CHN", "warns"),
    ("中方反對任何形式的單邊制裁。", None, "CHN", "opposes"),
    ("埃尔多安同法国总统马克龙通话时也表示，和谈的机会不应错失。", "埃尔多安", "TUR", "neutral"),
    ("土耳其总统埃尔多安在与乌克兰总统泽连斯基通话时说，谈判的机会不应错失。", "埃尔多安", "TUR", "neutral"),
    ("美国国务院发言人回避评论高市早苗发言，称美国立场没有改变。", "美国国务院发言人", "USA", "neutral"),
    ("美方官員強調對此深感關切。", "美方官員", "USA", "neutral"),
    ("俄罗斯外长拉夫罗夫在会见联合国特使德米斯图拉时表示，俄方会作出回应。", "拉夫罗夫", "RUS", "neutral"),
]


@pytest.mark.parametrize(("text", "speaker", "party", "stance"), STATEMENTS)
def test_statement(text: str, speaker: str | None, party: str, stance: str) -> None:
    page = passages.cut(Document(id="case", text=text))
    found = chinese.read(page, tuple(range(len(page.passages))), load(), TODAY).statements
    assert [(s.speaker, s.party, s.stance) for s in found] == [(speaker, party, stance)]


def test_undertakings_carry_their_sums() -> None:
    text = "英国首相苏纳克表示，英国将向乌克兰提供25亿英镑军事援助。"
    page = passages.cut(Document(id="case", text=text))
    found = chinese.read(page, tuple(range(len(page.passages))), load(), TODAY).commitments
    assert [(c.by, c.amount.value, c.amount.currency) for c in found if c.amount] == [("GBR", 2.5e9, "GBP")]


UNDERTAKINGS = [
    ("CHN|USA", "会谈后，中美双方商定继续就气候变化问题开展合作。"),
    ("FRA", "法国总统马克龙表示，法国会致力为乌克兰和平寻求共同答案。"),
    ("CHN", "习近平表示，中方愿继续为所罗门群岛发展提供力所能及的帮助。"),
    ("CHN", "中国政府将会同两国政府，为坦赞铁路激活项目提供必要支持。"),
    ("RUS", "俄方将在下周对该计划进行讨论。"),
    ("CHN", "李克强承诺给中非发展基金提供20亿美元。"),
    ("SRB|XKX", "博雷利说，“塞尔维亚和科索沃都同意避免采取不协调的行动”。"),
    ("PAN", "巴拿马政府表示台湾是中国领土的一部分，又称将切断与台湾的一切官方关系。"),
]


@pytest.mark.parametrize(("by", "text"), UNDERTAKINGS)
def test_undertaking(by: str, text: str) -> None:
    page = passages.cut(Document(id="case", text=text))
    (found,) = chinese.read(page, tuple(range(len(page.passages))), load(), TODAY).commitments
    assert found.by == by


NO_UNDERTAKING = [
    "美国国务卿布林肯将于18日访问中国。",  # a schedule
    "国防部长李尚福将就中国的新安全倡议作大会发言。",
    "印度政府决定驱逐6名加拿大外交官。",  # an event
    "美国商务部将10家中国企业列入实体清单。",  # an object put first
    "美国国务院对俄罗斯的决定表示遗憾。",  # a noun
    "中国的发展将为世界经济带来更多机遇。",  # an outcome
]


@pytest.mark.parametrize("text", NO_UNDERTAKING)
def test_no_undertaking(text: str) -> None:
    page = passages.cut(Document(id="case", text=text))
    assert chinese.read(page, tuple(range(len(page.passages))), load(), TODAY).commitments == ()


def test_he_is_who_was_spoken_of_when_he_is_named() -> None:
    text = "中国总理李克强通过翻译表示，援助不附加条件。他保证将继续支持非洲国家的发展。尼日利亚总统乔纳森表示欢迎。"
    page = passages.cut(Document(id="case", text=text))
    (found,) = chinese.read(page, tuple(range(len(page.passages))), load(), TODAY).commitments
    assert (found.by, found.evidence) == ("CHN", "他保证将继续支持非洲国家的发展。")


def test_what_is_agreed_may_go_on_in_the_next_clause() -> None:
    page = passages.cut(Document(id="case", text="沙特和伊朗同意恢复外交关系，并在两个月内重开双方使馆。"))
    found = chinese.read(page, tuple(range(len(page.passages))), load(), TODAY).commitments
    assert [c.by for c in found] == ["SAU|IRN", "SAU|IRN"]
    assert found[1].evidence == "并在两个月内重开双方使馆。"
