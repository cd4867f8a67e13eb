using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Tests.GrainTests.Clusters;

namespace Tocsin.Tests.GrainTests.Incidents;

public sealed class KilledSiloTests
{
    private const int Incidents = 12;
    private const int NotesEach = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_every_incident_goes_on()
    {
        await using var centre = await TestCentre.StartAsync(silos: 3);
        var ids = await Task.WhenAll(Enumerable.Range(0, Incidents).Select(_ => centre.IncidentAsync()));
        var writing = ids.Select(id => Task.Run(() => WriteAsync(centre, id))).ToList();
        await Task.Delay(100);
        await centre.Cluster.KillSiloAsync(centre.Cluster.Silos[1]);
        await Task.WhenAll(writing).WaitAsync(Patience);

        foreach (var id in ids)
        {
            var trail = await centre.Journal.ReadStreamAsync(id.Stream, 0, 1000);
            Assert.Equal(1 + NotesEach, trail.Count);
            Assert.Equal(NotesEach, trail.Skip(1).Select(e => e.CommandId).Distinct().Count());
        }
    }

    /// <summary>As a gateway does: the same command id until there is an answer.</summary>
    private static async Task WriteAsync(TestCentre centre, IncidentId id)
    {
        for (var note = 0; note < NotesEach; note++)
        {
            var command = CommandId.New();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var answer = await centre
                        .DoAsync(id, new AddNote($"{note}"), TestCentre.Context(id: command, attempt: attempt))
                        .WaitAsync(TimeSpan.FromSeconds(2));
                    if (answer.Refusal?.Code == RefusalCode.Conflict)
                        continue;
                    TestCentre.Done(answer);
                    break;
                }
                catch (Exception e) when (e is TimeoutException or OrleansException)
                {
                    await Task.Delay(50);
                }
            }
        }
    }
}
