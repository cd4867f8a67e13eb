using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.RunCards;

/// <summary>The activation of one run card. <see cref="RunCardCases"/> says what its commands do.</summary>
[Reentrant, GrainType("runcard")]
internal sealed class RunCardGrain(StreamHost host) : StreamGrain(host, StreamKind.RunCard), IRunCardGrain, IRunCardStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(RunCardCommand command, CommandContext context) => RunAsync(command, context);
}
