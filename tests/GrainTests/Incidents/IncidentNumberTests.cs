using Tocsin.Incidents;
using Tocsin.Json;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Incidents;

public sealed class IncidentNumberTests
{
    private const int Incidents = 3 * 50;

    [Fact]
    public async Task Numbers_are_unique_over_silos_and_blocks_and_can_be_said_aloud()
    {
        await using var centre = await TestCentre.StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, Incidents).Select(_ => centre.IncidentAsync()));
        var numbers = new List<string>();
        foreach (var id in ids)
            numbers.Add(TocsinJson.Read<IncidentView>((await centre.Reading.GetIncident(id, null, TestCentre.Dispatcher)).Json).Number);

        Assert.Equal(Incidents, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.Matches(@"^\d{6}-\d{4,}$", n));
    }
}
