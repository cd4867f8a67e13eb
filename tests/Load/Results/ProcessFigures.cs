namespace Tocsin.Tests.Load.Results;

/// <summary>What one process of this machine used.</summary>
/// <param name="Pid">The process; 0: this program.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Cpu">Processor time for each second of the run; 1 is one processor.</param>
/// <param name="ResidentBytes">Its memory in the end.</param>
/// <param name="Stayed">Whether it was there from beginning to end.</param>
public sealed record ProcessFigures(int Pid, string Name, double Cpu, long ResidentBytes, bool Stayed);
