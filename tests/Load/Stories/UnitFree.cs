using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Stories;

/// <summary>Makes a unit of this program's own free, whoever of its runs left it on an incident.</summary>
public static class UnitFree
{
    /// <summary>How often it is tried: a unit may be taken by a late repeat in between.</summary>
    public const int MostTries = 10;

    /// <summary>Registers the unit and takes it off whatever it is on.</summary>
    /// <exception cref="StoryEndedException">It cannot be had.</exception>
    public static async Task MakeAsync(TocsinClient client, string unit, CancellationToken stop)
    {
        var view = await UnitPool.RegisterAsync(client, unit, stop);
        for (var tries = 0; view.IncidentId is { } incident; tries++)
        {
            if (tries == MostTries)
                throw new StoryEndedException($"unit held: {unit} cannot be taken off its incident");
            await client.SendAsync(
                HttpMethod.Post,
                $"/incidents/{incident}/assignments/{unit}/progress",
                new { stage = "cleared" },
                null,
                Role.Dispatcher,
                stop);
            view = await UnitPool.RegisterAsync(client, unit, stop);
        }
    }
}
