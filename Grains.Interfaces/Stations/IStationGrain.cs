using Tocsin.Commands;

namespace Tocsin.Stations;

/// <summary>One station. Its key is the station's id.</summary>
[Alias("tocsin.IStationGrain")]
public interface IStationGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out: its answer is durable.</summary>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(StationCommand command, CommandContext context);
}
