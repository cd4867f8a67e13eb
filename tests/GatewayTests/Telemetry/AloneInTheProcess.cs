namespace Tocsin.Tests.GatewayTests.Telemetry;

/// <summary>Tests that see the framework's series and spans of every gateway in their process: they run while nothing else does.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneInTheProcess;
