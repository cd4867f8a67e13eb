namespace Tocsin.Tests.Ops.Queries;

/// <summary>What a query reads of Prometheus.</summary>
/// <param name="Text">The selector, without range and offset.</param>
/// <param name="Metric">The metric's name.</param>
internal sealed record Selector(string Text, string Metric);
