// Pairs of a traditional character and its simplified form, for the words that staff use. A character that is not
// here stays as it is: the dictionaries then miss it, and the bot asks back instead of guessing.
const PAIRS =
  '鄉乡鎮镇廳厅營营專专門门賣卖場场連连鎖锁區区網网點点繳缴費费業业務务優优贈赠機机約约續续處处訴诉號号碼码過过戶户實实違违規规單单簽签傭佣預预還还幾几個个們们這这麼么嗎吗時时間间對对問问題题樣样給给錢钱塊块萬万兩两開开關关應应該该說说話话電电聽听請请讓让辦办動动買买來来從从後后進进現现檔档項项總总裡里裏里會会員员類类種种條条寫写誰谁產产價价減减選选組组級级週周禮礼紀纪經经線线結结統统維维義义習习職职聯联聲声補补裝装複复記记訂订計计訊讯設设許许評评試试詢询詳详認认語语誤误調调談谈論论證证識识變变貨货責责貴贵資资賠赔賬账帳账輕轻輪轮轉转邊边郵邮釋释鈔钞銀银錄录錯错鐘钟長长閉闭際际難难頁页順顺須须領领頭头頻频額额願愿顧顾顯显風风飛飞館馆騙骗驗验體体齊齐齡龄國国圖图團团夠够學学寶宝將将導导層层屬属帶带幫帮庫库廣广張张強强彈弹復复態态憑凭據据擇择擔担斷断於于暫暂書书東东極极構构樓楼標标權权歡欢歲岁歸归氣气決决沒没況况滿满漲涨無无爭争獎奖環环當当畫画發发監监盡尽盤盘確确離离稅税穩稳筆笔範范節节簡简籤签糾纠納纳紙纸細细終终絕绝緊紧縣县罰罚聞闻脫脱舊旧與与興兴術术見见親亲觀观議议護护讀读賺赚趕赶車车軟软較较輸输農农適适遲迟醫医隊队階阶隨随險险雙双響响飯饭養养馬马麽么隻只嚴严僅仅傳传價价備备億亿償偿儘尽兒儿內内冊册別别創创劃划劑剂勝胜勞劳匯汇協协參参雲云啟启喪丧嘗尝圓圆報报墊垫壞坏壓压夢梦妝妆孫孙宮宫寬宽審审尋寻屆届嶺岭帥帅師师幣币幹干廠厂彙汇徵征慶庆憂忧懷怀戀恋掃扫換换損损搶抢撥拨擾扰攜携攝摄擬拟敗败敵敌數数曆历會会朧胧樂乐榮荣檢检殺杀淚泪渦涡測测準准溝沟滯滞潤润潔洁濟济災灾烏乌熱热爾尔狀状獨独獲获瑪玛畢毕療疗盜盗礦矿禍祸禦御稱称積积窮穷競竞箇个築筑篩筛粵粤綁绑綜综綠绿網网緩缓編编練练縮缩織织繼继罵骂聰聪腦脑臺台萊莱葉叶蓋盖藍蓝蘭兰蟲虫術术裡里訪访詞词誠诚諮咨豐丰負负財财貢贡貧贫貪贪貼贴貸贷買买賓宾賞赏賢贤質质贊赞踐践軍军載载輔辅辭辞遠远遞递遷迁遺遗鄰邻醜丑針针鋪铺錶表鍵键鏈链閱阅陣阵陳陈陸陆陽阳雞鸡雖虽雜杂靈灵韓韩頂顶預预頓顿顆颗顏颜飲饮駐驻騰腾驚惊鬆松鬧闹魚鱼鮮鲜麗丽龍龙餘余薦荐為为爲为謝谢煩烦覺觉並并併并係系衝冲眾众製制佔占臨临達达異异債债兌兑櫃柜紅红運运傷伤慮虑慣惯戰战棄弃誘诱諒谅謊谎賴赖跡迹靜静歷历漸渐誇夸紋纹絡络緣缘講讲貳贰';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index): [string, string] => [
    PAIRS.charAt(index * 2),
    PAIRS.charAt(index * 2 + 1),
  ]),
);

/** All characters that have a simplified form, in one text. */
export const TRADITIONAL = [...SIMPLIFIED.keys()].join('');

/** The simplified form of a character, or the character itself. */
export function simplified(character: string): string {
  return SIMPLIFIED.get(character) ?? character;
}
