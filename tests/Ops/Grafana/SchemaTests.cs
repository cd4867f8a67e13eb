using Tocsin.Tests.Ops.Tools;

namespace Tocsin.Tests.Ops.Grafana;

/// <summary>Dashboards keep to what Grafana publishes: its own types of a dashboard, of each kind of panel, and of a query.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Each_dashboard_is_one_by_the_published_types()
    {
        var (code, errors) = await NodeTool.RunAsync("grafana-schema.mjs", Dashboard.All.Select(d => d.FilePath));

        Assert.Equal("", errors);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task What_is_wrong_is_found()
    {
        var text = File.ReadAllText(Dashboard.All[0].FilePath)
            .Replace("\"displayMode\": \"table\"", "\"displayMode\": \"tabel\"", StringComparison.Ordinal)
            .Replace("\"schemaVersion\"", "\"schemaVersoin\"", StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text);

            var (code, errors) = await NodeTool.RunAsync("grafana-schema.mjs", [file]);

            Assert.Equal(1, code);
            Assert.Contains("schemaVersoin", errors, StringComparison.Ordinal);
            Assert.Contains("displayMode: must be equal to one of the allowed values", errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
