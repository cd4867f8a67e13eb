using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Fleets;

namespace Tocsin.Tests.Load.Stories;

/// <summary>A unit's part in an incident, from being sent to being free again, or to its refusal and the next unit's part.</summary>
/// <param name="desk">Its crew.</param>
/// <param name="fleet">Whom to send in its place.</param>
/// <param name="incident">The incident.</param>
/// <param name="place">Where it is.</param>
/// <param name="scene">How long it stays, in seconds, at least and at most.</param>
public sealed class UnitStory(Desk desk, Fleet fleet, string incident, PointView place, (double Least, double Most) scene)
{
    /// <summary>Lives it; the unit has been sent.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="reports">Whether it is the one that reports what was found.</param>
    /// <exception cref="StoryEndedException">A request failed; the unit may be held.</exception>
    public async Task LiveAsync(FleetUnit unit, bool reports)
    {
        ArgumentNullException.ThrowIfNull(unit);
        for (var replaced = 0; replaced < Habits.ReplacedMost; replaced++)
        {
            var chance = desk.Random.NextDouble();
            if (chance >= Habits.Declined + Habits.Silent)
                break;
            if (chance < Habits.Declined)
            {
                await desk.DoAsync("declined", desk.Between(0.5, 1.5), Progress(unit, "declined"));
                desk.Driver.Counts.DeclinedOne();
            }
            else
            {
                await desk.DoAsync("cancelled", desk.Between(6, 8), Progress(unit, "cancelled"));
                desk.Driver.Counts.SilentOne();
            }

            fleet.Return([unit]);
            if (fleet.Take(1, []) is not [var next])
            {
                desk.Driver.Counts.NoUnit();
                return;
            }

            unit = next;
            await desk.DoAsync("assign", desk.Between(0.5, 2), Requests.Assign(incident, [unit.Id]));
        }

        await desk.DoAsync("acknowledged", desk.Between(0.5, 1.5), Progress(unit, "acknowledged"));
        await desk.DoAsync("enRoute", desk.Between(1, 3), Progress(unit, "enRoute"));
        var way = desk.Between(3, 6);
        unit.Drive(place, desk.Free, way);
        await desk.DoAsync("onScene", way, Progress(unit, "onScene"));
        var stays = desk.Between(scene.Least, scene.Most);
        if (reports)
        {
            await desk.DoAsync("feedback", stays, Requests.Feedback(incident, unit.Id));
            stays = TimeSpan.Zero;
        }

        await desk.DoAsync("cleared", stays + desk.Between(0.5, 1.5), Progress(unit, "cleared"));
        fleet.Return([unit]);
    }

    private Http.Request Progress(FleetUnit unit, string stage) => Requests.Progress(incident, unit.Id, stage);
}
