namespace Tocsin.Tests.Load.Stories;

/// <summary>A deed was not done, so the story cannot go on.</summary>
public sealed class StoryEndedException(string message) : Exception(message);
