using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Policies;

/// <summary>One setting of the centre: a thin shell round <see cref="SettingRules"/>.</summary>
[Reentrant, GrainType("setting")]
internal sealed class SettingGrain(StreamHost host) : StreamGrain(host, StreamKind.Setting), ISettingGrain, ISettingStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(SettingCommand command, CommandContext context)
    {
        var stream = new StreamId(StreamKind.Setting, this.GetPrimaryKeyString());
        return RunAsync(new CommandPlan(command, context, _ => [stream], (world, facts) => SettingRules.Decide((SettingState)world.States[stream], command, facts)));
    }
}
