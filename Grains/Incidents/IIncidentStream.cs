using Tocsin.Streams;

namespace Tocsin.Incidents;

/// <summary>The stream of one incident, for commands on other streams that touch it.</summary>
[Alias("tocsin.IIncidentStream")]
public interface IIncidentStream : IStreamGrain;
