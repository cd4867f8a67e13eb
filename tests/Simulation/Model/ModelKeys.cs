using System.Text;
using Tocsin.Secrets;

namespace Tocsin.Tests.Simulation;

/// <summary>Keys that are the same in each run.</summary>
internal sealed class ModelKeys : IKeyRing
{
    public byte[] KeyFor(string purpose) => Encoding.UTF8.GetBytes(purpose.PadRight(32));
}
