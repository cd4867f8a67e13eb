namespace Tocsin.StreamKinds;

/// <summary>Where a use case finds the facts that it needs beside the states: the services of the silo that it runs on.</summary>
internal interface IFacts
{
    /// <summary>A service of the silo.</summary>
    T Service<T>()
        where T : notnull;
}
