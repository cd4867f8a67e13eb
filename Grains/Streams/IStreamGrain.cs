using Orleans.Concurrency;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Streams;

/// <summary>What a command on one stream asks of every other stream that it touches: incident, call and unit alike.</summary>
public interface IStreamGrain : IGrainWithStringKey
{
    /// <summary>Takes the stream's gate, then answers its state.</summary>
    /// <param name="command">The command that will write.</param>
    /// <param name="wait">How long it may wait for the gate.</param>
    /// <param name="atLeast">A version that the journal is known to have reached.</param>
    /// <param name="epoch">The history on which the command stands.</param>
    [AlwaysInterleave, ResponseTimeout("00:00:04"), Alias("Prepare")]
    Task<Prepared> Prepare(CommandId command, TimeSpan wait, int atLeast, Epoch epoch);

    /// <summary>
    /// Says that the stream has something to fire at an instant: it sets its alarm. Nothing depends on it; it is said again.
    /// </summary>
    [AlwaysInterleave, OneWay, Alias("Wake")]
    Task Wake(DateTimeOffset dueAt);

    /// <summary>
    /// Tells the stream what the command came to, or (null) that it came to nothing; ends its gate. A courtesy: the tail says the same.
    /// </summary>
    [AlwaysInterleave, OneWay, Alias("Settle")]
    Task Release(CommandId command, IStreamState? state, Epoch epoch);
}
