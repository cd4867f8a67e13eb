namespace Tocsin.Problems;

/// <summary>A request cannot go on, and is answered with a problem; nothing of an answer was written yet.</summary>
/// <param name="problem">The problem.</param>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>The problem.</summary>
    public Problem Problem => problem;
}
