using Tocsin.Commands;

namespace Tocsin.Units;

/// <summary>One unit. Its key is the unit's id.</summary>
[Alias("tocsin.IUnitGrain")]
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    /// <returns>The unit as it now stands (for <see cref="RaisePanic"/> the incident), or the refusal.</returns>
    /// <exception cref="Journal.JournalUnavailableException">
    /// The journal cannot be reached; whether the command was carried out is not known.
    /// </exception>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(UnitCommand command, CommandContext context);
}
