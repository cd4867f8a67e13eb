namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>A category, and the class that the product's presets must put it into.</summary>
/// <param name="Name">The category.</param>
/// <param name="Class"><see cref="Help"/>, <see cref="Dispute"/> or <see cref="Other"/>.</param>
public sealed record YearCategory(string Name, string Class)
{
    /// <summary>Requests for help 群众求助.</summary>
    public const string Help = "help";

    /// <summary>Disputes 矛盾纠纷.</summary>
    public const string Dispute = "dispute";

    /// <summary>Neither.</summary>
    public const string Other = "other";

    private static readonly (string Name, string Class, double Weight)[] All =
    [
        ("群众求助", Help, 50), ("老人走失求助", Help, 6), ("开锁求助", Help, 14), ("车辆故障求助", Help, 12), ("遗失物品求助", Help, 18),
        ("邻里纠纷", Dispute, 35), ("家庭纠纷", Dispute, 30), ("劳资纠纷", Dispute, 15), ("消费纠纷", Dispute, 20),
        ("交通事故", Other, 34), ("盗窃", Other, 18), ("电信诈骗", Other, 14), ("打架斗殴", Other, 12), ("噪音扰民", Other, 16), ("火灾", Other, 6),
    ];

    /// <summary>Every class.</summary>
    public static IReadOnlyList<string> Classes { get; } = [Dispute, Help, Other];

    /// <summary>One of a class.</summary>
    public static YearCategory Draw(string ofClass, Random random) =>
        new(Deck.Draw(random, [.. All.Where(c => c.Class == ofClass).Select(c => (c.Name, c.Weight))]), ofClass);
}
