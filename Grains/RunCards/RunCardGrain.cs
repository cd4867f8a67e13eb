using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.RunCards;

/// <summary>One run card: a thin shell round <see cref="RunCardRules"/>.</summary>
[Reentrant, GrainType("runcard")]
internal sealed class RunCardGrain(StreamHost host) : StreamGrain(host, StreamKind.RunCard), IRunCardGrain, IRunCardStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(RunCardCommand command, CommandContext context)
    {
        var id = RunCardId.Of(this.GetPrimaryKeyString());
        return RunAsync(new CommandPlan(command, context, _ => [id.Stream], (world, facts) => RunCardRules.Decide(id, command, world, facts)));
    }
}
