using System.Collections.Immutable;
using Tocsin.Deciding;

namespace Tocsin.Evidence;

/// <summary>The state of a thing that evidence hangs on.</summary>
internal interface IEvidenceState : IStreamState
{
    /// <summary>The SHA-256 of each piece, 64 hexadecimal digits in lower case, in the order in which they were added.</summary>
    ImmutableArray<string> Evidence { get; }
}
