using Tocsin.Commands;

namespace Tocsin.Units;

/// <summary>One unit. Its key is the unit's id.</summary>
[Alias("tocsin.IUnitGrain")]
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(UnitCommand command, CommandContext context);
}
