namespace Tocsin.Bearers;

/// <summary>A gateway calls it for itself, and for nobody: a silo asks for no token.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method)]
public sealed class ForGatewaysAttribute : Attribute;
