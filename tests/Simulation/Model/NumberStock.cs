using Tocsin.Incidents;

namespace Tocsin.Tests.Simulation;

/// <summary>The numbers of incidents, never given twice.</summary>
internal sealed class NumberStock : INumberBlockGrain
{
    private int _next = 1;

    public Task<int> Take(int count)
    {
        _next += count;
        return Task.FromResult(_next - count);
    }
}
