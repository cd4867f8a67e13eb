using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Streams;

namespace Tocsin.Policies;

/// <summary>The activation of one setting of the centre. <see cref="SettingCases"/> says what its commands do.</summary>
[Reentrant, GrainType("setting")]
internal sealed class SettingGrain(StreamHost host) : StreamGrain(host, StreamKind.Setting), ISettingGrain, ISettingStream
{
    /// <inheritdoc/>
    public Task<CommandAnswer> Execute(SettingCommand command, CommandContext context) => RunAsync(command, context);
}
