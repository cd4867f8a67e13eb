using Tocsin.Tests.Load.Replay;

namespace Tocsin.Tests.LoadTests.Fakes;

public sealed class SilentProgress : IReplayProgress
{
    public void Begin(string what, int count)
    {
    }

    public void One(bool carried)
    {
    }
}
