namespace Tocsin.Tests.Ops.Grafana;

/// <summary>A query of a dashboard.</summary>
/// <param name="Dashboard">Whose uid.</param>
/// <param name="Place">Where on it.</param>
/// <param name="Text">The query, with Grafana's variables.</param>
internal sealed record DashboardQuery(string Dashboard, string Place, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Dashboard} \"{Place}\": {Text}";
}
