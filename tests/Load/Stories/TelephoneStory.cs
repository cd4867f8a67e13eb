using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Driving;

namespace Tocsin.Tests.Load.Stories;

/// <summary>A call from its ring to its end: answered, written down while the caller speaks.</summary>
public static class TelephoneStory
{
    private static readonly string[] Kinds =
    [
        "inquiry", "inquiry", "inquiry", "nuisance", "nuisance", "abandoned", "transferred", "falseReport", "test",
    ];

    /// <summary>A caller's number, made up.</summary>
    public static string Number(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return $"138{desk.Random.Next(100_000_000):00000000}";
    }

    /// <summary>A line of the centre.</summary>
    public static string Line(Desk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return $"110-{desk.Random.Next(1, 40):00}";
    }

    /// <summary>It rings, is answered, and what is said is typed; answers its id.</summary>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public static async Task<string> TakeAsync(Desk desk, PointView place, string address)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var call = (await desk.DoAsync("ring", TimeSpan.Zero, Requests.Ring(Number(desk), Line(desk), DateTimeOffset.UtcNow))).Word;
        await desk.DoAsync("answer", desk.Between(0.5, 2), Requests.Answering(call));
        await desk.DoAsync("type", desk.Between(1, 3), Requests.Type(call, place, address, "what the caller says, as it is typed"));
        return call;
    }

    /// <summary>It becomes nothing more.</summary>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public static async Task DisposeAsync(Desk desk, string call)
    {
        ArgumentNullException.ThrowIfNull(desk);
        await desk.DoAsync("dispose", desk.Between(1, 4), Requests.Dispose(call, Kinds[desk.Random.Next(Kinds.Length)]));
        await EndAsync(desk, call);
    }

    /// <summary>The caller hangs up.</summary>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public static Task EndAsync(Desk desk, string call)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return desk.DoAsync("end call", desk.Between(0.5, 2), Requests.Ending(call));
    }
}
