using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Fleets;

namespace Tocsin.Tests.Load.Stories;

/// <summary>
/// One event that a thousand people call about: the first call becomes its incident, to the others the call-taker asks what may be the
/// same, and joins most of them to it.
/// </summary>
/// <param name="place">Where it is.</param>
/// <param name="fleet">Whom to send.</param>
/// <param name="lasts">How long units stay, in seconds.</param>
public sealed class OneEvent(PointView place, Fleet fleet, double lasts)
{
    private const string Category = "火灾";

    private readonly TaskCompletionSource<string> incident = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first call.</summary>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public async Task FirstAsync(Desk desk)
    {
        try
        {
            await new IncidentStory(desk, fleet).LiveAsync(Habits.ClusterUnits, place, id => incident.TrySetResult(id), (lasts, lasts));
        }
        finally
        {
            incident.TrySetException(new StoryEndedException("The event's incident was never made."));
            _ = incident.Task.Exception;
        }
    }

    /// <summary>A further call.</summary>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public async Task FurtherAsync(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var here = Region.Near(place, Habits.WitnessMeters, desk.Random);
        var call = await TelephoneStory.TakeAsync(desk, here, "太行路，油罐车");
        if (desk.Random.NextDouble() >= Habits.Joining)
        {
            await TelephoneStory.DisposeAsync(desk, call);
            return;
        }

        var likely = (await desk.DoAsync("duplicates", desk.Between(0.2, 0.6), Requests.Duplicates(here, Category))).Words;

        // Whoever called before it was made waits for it; that is no latency of anything.
        if (!incident.Task.IsCompleted)
        {
            await incident.Task;
            desk = desk.Fork(desk.Driver.Agenda.Now);
        }

        var id = await incident.Task;
        desk.Driver.Counts.JoinedOne(likely.Contains(id));
        await desk.DoAsync("join", desk.Between(0.5, 2), Requests.Join(call, id), expected: "incidentClosed");
        await TelephoneStory.EndAsync(desk, call);
    }
}
