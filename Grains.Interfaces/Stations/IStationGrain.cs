using Tocsin.Commands;

namespace Tocsin.Stations;

/// <summary>One station. Its key is the station's id.</summary>
[Alias("tocsin.IStationGrain")]
public interface IStationGrain : IGrainWithStringKey
{
    /// <summary>Carries a command out. What is answered is durable; the same command id is safe to repeat.</summary>
    /// <param name="command">The command to carry out.</param>
    /// <param name="context">Who gives the command, under which id, and for which version.</param>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(StationCommand command, CommandContext context);
}
