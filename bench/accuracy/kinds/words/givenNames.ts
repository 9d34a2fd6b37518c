// Given names of western Europe in rough order of frequency, for the kinds whose point is not the names.

export const womensNames: readonly string[] =
  "Maria Anna Emma Laura Julia Sarah Lisa Eva Lena Katharina Sophie Christine Ursula Elisabeth Monika Petra Sabine Andrea Susanne Claudia Birgit Karin Heike Martina Renate Ingrid Helga Gisela Brigitte Erika Barbara Stefanie Nicole Sandra Melanie Anja Tanja Silke Cornelia Marion Angelika Gabriele Jutta Doris Ruth Hannah Leonie Mia Clara Charlotte Johanna Marlene Franziska Theresa Veronika Regina Margarete Hildegard Edith Frieda Greta Ida Paula Rosa Irene Beate Simone Annette Astrid Carla Daniela Elena Friederike Henriette Isabel Jana Kerstin Lotte Magdalena Natalie Olga Pauline Rebecca Silvia Tamara Ulrike Vera Wiebke Yvonne".split(
    " ",
  );

export const mensNames: readonly string[] =
  "Peter Michael Thomas Andreas Wolfgang Klaus Hans Jürgen Günter Stefan Christian Werner Markus Martin Frank Uwe Bernd Karl Heinz Alexander Daniel Sebastian Tobias Florian Jan Lukas Paul Felix Jonas Leon Maximilian David Philipp Matthias Oliver Sven Dirk Ralf Torsten Jens Holger Rainer Manfred Dieter Helmut Horst Gerhard Walter Herbert Kurt Ernst Otto Friedrich Wilhelm Georg Johann Josef Anton Emil Oskar Hugo Bruno Armin Volker Detlef Norbert Reinhard Rolf Rüdiger Siegfried Ulrich Konrad Ludwig Lorenz Moritz Niklas Simon Erik Henning Hendrik Ingo Joachim Knut Lars Malte Nils Ole Rasmus Sören Tim Till Veit".split(
    " ",
  );
