using Tocsin.Commands;

namespace Tocsin.Policies;

/// <summary>One setting of the centre. Its key is one of <see cref="SettingIds"/>.</summary>
[Alias("tocsin.ISettingGrain")]
public interface ISettingGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(SettingCommand command, CommandContext context);
}
