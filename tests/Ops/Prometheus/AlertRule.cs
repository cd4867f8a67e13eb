namespace Tocsin.Tests.Ops.Prometheus;

/// <summary>A rule of <c>ops/prometheus/rules</c> that alerts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">When.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Annotations">What it says, with its places to fill in.</param>
public sealed record AlertRule(
    string Name, string Expression, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, string> Annotations)
{
    /// <summary>Over how long it looks, where one alert has several rules; else null.</summary>
    public string? Window => Labels.GetValueOrDefault("window");

    /// <inheritdoc/>
    public override string ToString() => Window is null ? Name : $"{Name} over {Window}";
}
