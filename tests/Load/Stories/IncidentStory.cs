using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Fleets;

namespace Tocsin.Tests.Load.Stories;

/// <summary>
/// A call that becomes an incident, and everything until it is closed: who should go is asked, units are sent, each signs for it, drives,
/// arrives, reports and is free again by itself, side by side; some refuse, some are never heard of, and another is sent.
/// </summary>
/// <param name="desk">Who does it.</param>
/// <param name="fleet">Whom to send.</param>
public sealed class IncidentStory(Desk desk, Fleet fleet)
{
    private static readonly string[] Categories = ["盗窃", "纠纷", "交通事故", "求助", "诈骗", "火灾"];

    private PointView place = new(0, 0);
    private string incident = "";

    /// <summary>Lives it, with so many units.</summary>
    /// <param name="units">How many are to be sent.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="made">Told its id once it is made; null: nobody is.</param>
    /// <param name="scene">How long units stay, in seconds, at least and at most.</param>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public async Task LiveAsync(int units, PointView at, Action<string>? made, (double Least, double Most) scene)
    {
        place = at;
        const string address = "太行路 12 号";
        var call = await TelephoneStory.TakeAsync(desk, place, address);
        var make = Requests.Make(call, Categories[desk.Random.Next(Categories.Length)], desk.Random.Next(1, 5), place, address);
        incident = (await desk.DoAsync("make incident", desk.Between(1, 3), make)).Word;
        desk.Driver.Counts.Made();
        made?.Invoke(incident);

        // The caller hangs up while the dispatcher is already at work.
        var ending = TelephoneStory.EndAsync(desk.Fork(), call);
        try
        {
            var offered = (await desk.DoAsync("recommend", desk.Between(0.2, 0.6), Requests.Recommend(incident))).Words;
            var sent = fleet.Take(units, offered);
            if (sent.Count == 0)
            {
                desk.Driver.Counts.NoUnit();
            }
            else
            {
                await desk.DoAsync("assign", desk.Between(0.5, 2), Requests.Assign(incident, sent.Select(u => u.Id)));
                await Task.WhenAll(
                    sent.Select((unit, i) => new UnitStory(desk.Fork(), fleet, incident, place, scene).LiveAsync(unit, reports: i == 0)));
            }
        }
        finally
        {
            await ending;
        }

        // Whoever came last is why it may be closed now.
        var last = desk.Fork(desk.Driver.Agenda.Now);
        await last.DoAsync("close", last.Between(0.5, 1.5), Requests.Close(incident, "settled"));
    }
}
