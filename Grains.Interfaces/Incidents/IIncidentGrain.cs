using Tocsin.Commands;

namespace Tocsin.Incidents;

/// <summary>One incident. Its key is the incident's id.</summary>
[Alias("tocsin.IIncidentGrain")]
public interface IIncidentGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(IncidentCommand command, CommandContext context);
}
