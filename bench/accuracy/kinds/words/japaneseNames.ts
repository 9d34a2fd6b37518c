// Japanese surnames and given names in rough order of frequency: each in signs with its reading. Some readings belong to
// two ways of writing, as they do in life.

export interface ReadName {
  readonly signs: string;
  readonly reading: string;
}

const readNames = (pairs: string): ReadName[] =>
  pairs.split(" ").map((pair) => {
    const [signs = "", reading = ""] = pair.split("/");
    return { signs, reading };
  });

export const japaneseSurnames: readonly ReadName[] = readNames(
  "佐藤/サトウ 鈴木/スズキ 高橋/タカハシ 田中/タナカ 伊藤/イトウ 渡辺/ワタナベ 山本/ヤマモト 中村/ナカムラ 小林/コバヤシ 加藤/カトウ 吉田/ヨシダ 山田/ヤマダ 佐々木/ササキ 山口/ヤマグチ 松本/マツモト 井上/イノウエ 木村/キムラ 林/ハヤシ 清水/シミズ 斎藤/サイトウ 斉藤/サイトウ 阿部/アベ 森/モリ 池田/イケダ 橋本/ハシモト 石川/イシカワ 前田/マエダ 藤田/フジタ 後藤/ゴトウ 岡田/オカダ 長谷川/ハセガワ 村上/ムラカミ 近藤/コンドウ 石井/イシイ 遠藤/エンドウ 青木/アオキ",
);

export const japaneseGivenNames: readonly ReadName[] = readNames(
  "翔太/ショウタ 健太/ケンタ 大輔/ダイスケ 陽菜/ヒナ 美咲/ミサキ 愛/アイ 結衣/ユイ 拓也/タクヤ 直樹/ナオキ 誠/マコト 恵子/ケイコ 由美子/ユミコ 明美/アケミ 和子/カズコ 洋子/ヨウコ 幸子/サチコ 一郎/イチロウ 次郎/ジロウ 裕子/ユウコ 真由美/マユミ 智子/トモコ 直美/ナオミ 浩/ヒロシ 博/ヒロシ 茂/シゲル 隆/タカシ 清/キヨシ 修/オサム 優子/ユウコ 久美子/クミコ 節子/セツコ 達也/タツヤ 剛/ツヨシ 香織/カオリ",
);
