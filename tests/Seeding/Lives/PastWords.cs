using System.Globalization;
using Tocsin.Places;

namespace Tocsin.Tests.Seeding.Lives;

/// <summary>What people say and where it is: enough variety that a search finds few of many, of the length of real entries.</summary>
internal static class PastWords
{
    private static readonly string[] Categories =
        ["盗窃", "交通事故", "打架斗殴", "家庭纠纷", "噪音扰民", "走失人员", "火灾", "求助", "诈骗", "醉酒滋事"];

    private static readonly string[] Streets =
        ["太行路", "解放街", "人民路", "滨河东路", "车站街", "青年路", "工农巷", "中华大道", "西环路", "和平里", "古城街", "迎宾路"];

    private static readonly string[] Who = ["两名男子", "一位老人", "三四个年轻人", "一名骑电动车的女子", "邻居夫妻", "一名司机", "店主", "一个孩子"];

    private static readonly string[] What =
        ["在门口争吵", "把车停在路中间", "推搡后离开", "敲窗户", "丢了手机和证件", "倒在路边", "被一辆白色轿车刮倒", "说有人跟着", "闻到烧焦的味道", "找不到回家的路"];

    private static readonly string[] Notes = ["报警人再次来电, 称人还在现场", "已联系物业开门", "救护车同时前往", "嫌疑人往车站方向离开", "现场照明不足", "当事双方同意调解"];

    private static readonly string[] Dispositions = ["现场调解", "移交派出所", "口头教育", "未发现", "送医", "受案"];

    public static string Category(Random random) => Categories[random.Next(Categories.Length)];

    public static string Note(Random random) => Notes[random.Next(Notes.Length)];

    public static string Disposition(Random random) => Dispositions[random.Next(Dispositions.Length)];

    public static string Narrative(Random random) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Who[random.Next(Who.Length)]}{What[random.Next(What.Length)]}, 约{random.Next(2, 40)}分钟前; " +
            $"楼牌 {random.Next(1, 99)}-{random.Next(100, 9999)}");

    public static Location Place(Random random) => new(
        Math.Round(36.4 + (random.NextDouble() * 0.25), 5),
        Math.Round(112.9 + (random.NextDouble() * 0.3), 5),
        string.Create(CultureInfo.InvariantCulture, $"{Streets[random.Next(Streets.Length)]} {random.Next(1, 900)} 号"));

    public static string CallerNumber(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"139{random.Next(0, 100_000_000):00000000}");
}
