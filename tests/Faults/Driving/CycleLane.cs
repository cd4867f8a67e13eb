using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>
/// One unit that is sent from incident to incident: whole dispatch cycles, each command after the answer to the one before.
/// </summary>
/// <param name="number">Which one it is, from 0.</param>
/// <param name="free">A patient client, to get the unit free after a cycle that was broken off.</param>
/// <param name="sender">How commands are sent.</param>
/// <param name="books">Where they are entered.</param>
public sealed class CycleLane(int number, TocsinClient free, PatientSender sender, Books books)
{
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly Moments _moments = new(TimeProvider.System);
    private readonly Random _random = new(number);
    private int _commands;

    /// <summary>Runs until <paramref name="stop"/>; a cycle that is under way then is broken off between two commands.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var unit = $"FC-{number:00}";
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await UnitFree.MakeAsync(free, unit, CancellationToken.None);
                while (!stop.IsCancellationRequested)
                    await new CallStory(deed => SendAsync(deed, stop), _moments, new Delays(DriveLimits.Haste), _random)
                        .IncidentAsync([unit]);
            }
            catch (StoryEndedException)
            {
                // A command of it failed or was refused, which the books say; or it is over.
            }
        }
    }

    private async Task<Reply> SendAsync(Deed deed, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
            throw new StoryEndedException("it is over");
        await Task.Delay(deed.Before, CancellationToken.None);
        var key = $"{_run}-{_commands}";
        var reply = await sender.SendAsync(deed.Method, deed.Path, deed.Body, key, number + _commands++);
        books.Enter(deed, key, reply);
        return reply;
    }
}
