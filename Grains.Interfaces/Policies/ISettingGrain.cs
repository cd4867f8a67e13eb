using Tocsin.Commands;

namespace Tocsin.Policies;

/// <summary>One setting of the centre. Its key is one of <see cref="SettingIds"/>.</summary>
[Alias("tocsin.ISettingGrain")]
public interface ISettingGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(SettingCommand command, CommandContext context);
}
