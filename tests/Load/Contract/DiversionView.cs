namespace Tocsin.Tests.Load.Contract;

/// <summary>What a diversion answers: both incidents as they now stand.</summary>
public sealed record DiversionView(IncidentView From, IncidentView To);
