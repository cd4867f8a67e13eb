namespace Tocsin.Tests.Load.Statistics;

/// <summary>What a report needs to know of one incident, from whatever source.</summary>
public sealed record IncidentFact(DateTimeOffset ReceivedAt, string Category, int Priority, IReadOnlyList<ResponseFact> Responses);
